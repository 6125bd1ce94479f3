package com.asta.products;

import static com.asta.products.Shelf.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.SystemCaller;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.OfferStatus;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.PublicationProblem;
import com.asta.products.rules.VersionDifference;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.NotPublishable;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OfferQuery;
import com.asta.products.service.OfferRow;
import com.asta.products.service.ProductsRefused;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class CatalogueIT {
  @Inject private SystemCaller system;
  @Inject private CatalogueService catalogue;
  @Inject private OfferDesignService designs;
  @Inject private Shelf shelf;

  @Test
  void aPublishedVersionCannotBeEdited() {
    long version = shelf.sold(shelf.code("FIXED"), FulfilmentKind.NONE, "10.00");
    OfferDesign cheaper = shelf.design(today(), "1.00", List.of());

    var refused =
        assertThrows(
            ProductsRefused.class, () -> system.run(() -> designs.redesign(version, cheaper)));

    assertEquals(ProductsRefused.Reason.NOT_A_DRAFT, refused.reason());
    assertEquals("10.0000", price(version).toPlainString());
  }

  @Test
  void theNextVersionEndsTheOneBeforeAndKeepsIts() {
    String code = shelf.code("DEARER");
    long first = shelf.sold(code, FulfilmentKind.NONE, "10.00");
    LocalDate from = today().plusDays(3);
    long second = system.call(() -> designs.draftNext(first));
    system.run(
        () -> {
          designs.redesign(second, shelf.design(from, "12.00", List.of()));
          designs.publish(second);
        });

    assertEquals(first, current(code, today()));
    assertEquals(second, current(code, from));
    assertEquals(from, system.call(() -> catalogue.page(first)).design().validTo());
    assertEquals(OfferStatus.ACTIVE, system.call(() -> catalogue.page(second)).status());
    assertEquals(
        List.of("validFrom", "validTo", "price"),
        system.call(() -> designs.compare(first, second)).stream()
            .map(VersionDifference::field)
            .toList());
  }

  @Test
  void aDraftThatNamesAnUnknownTariffIsNotPublished() {
    OfferDesign broken =
        new OfferDesign(
            "Mobile",
            "Komórka",
            "",
            "",
            false,
            today(),
            null,
            List.of(
                new DesignedPrice(
                    PriceKind.USAGE,
                    "USE",
                    "Use",
                    "Zużycie",
                    null,
                    "PLN",
                    false,
                    "NO-SUCH-TARIFF",
                    "STANDARD")),
            List.of());
    long draft = shelf.draft(shelf.code("BROKEN"), FulfilmentKind.MOBILE, broken);

    var refused =
        assertThrows(NotPublishable.class, () -> system.run(() -> designs.publish(draft)));

    assertEquals(
        List.of(new PublicationProblem(PublicationProblem.Kind.TARIFF_UNKNOWN, "NO-SUCH-TARIFF")),
        refused.problems());
    assertEquals(OfferStatus.IN_DESIGN, system.call(() -> catalogue.page(draft)).status());
  }

  @Test
  void aRetiredOfferIsOffTheShelfAndInTheCatalogue() {
    String code = shelf.code("GONE");
    long version = shelf.sold(code, FulfilmentKind.NONE, "10.00");
    assertTrue(isOnShelf(code));

    system.run(() -> designs.retire(version, today()));

    assertFalse(isOnShelf(code));
    OfferRow row = system.call(() -> catalogue.list(new OfferQuery(code, null), 0, 5)).get(0);
    assertEquals(OfferStatus.RETIRED, row.status());
  }

  private boolean isOnShelf(String code) {
    return system.call(() -> catalogue.sellable(today())).stream()
        .anyMatch(card -> card.code().equals(code));
  }

  private java.math.BigDecimal price(long version) {
    return system.call(() -> catalogue.offerVersion(version)).prices().get(0).amount();
  }

  private long current(String code, LocalDate day) {
    return system.call(() -> catalogue.sellable(day)).stream()
        .filter(card -> card.code().equals(code))
        .findFirst()
        .orElseThrow()
        .offerVersionId();
  }
}
