package com.asta.products.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.products.rules.CatalogueFacts.PublishedSpan;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PublicationProblem.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationRuleTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final CatalogueFacts ALONE =
      new CatalogueFacts(List.of(), Set.of("MOBILE-S"), Map.of(), "PLN");

  private static DesignedPrice price(
      PriceKind kind, String code, String amount, String currency, String tariff, String vat) {
    BigDecimal net = amount == null ? null : new BigDecimal(amount);
    return new DesignedPrice(kind, code, "Fee", "Opłata", net, currency, true, tariff, vat);
  }

  private static DesignedPrice monthly() {
    return price(PriceKind.RECURRING, "FEE", "20.33", "PLN", null, "STANDARD");
  }

  private static OfferDesign offer(
      LocalDate from, LocalDate to, List<DesignedPrice> prices, List<BundleMember> members) {
    return new OfferDesign("Mobile", "Komórka", "", "", false, from, to, prices, members);
  }

  private static List<Kind> kinds(OfferDesign draft, CatalogueFacts facts) {
    return PublicationRule.problems(draft, facts).stream().map(PublicationProblem::kind).toList();
  }

  @Test
  void aWholeOfferMayBePublished() {
    DesignedPrice usage = price(PriceKind.USAGE, "USE", null, "PLN", "MOBILE-S", "STANDARD");
    assertEquals(List.of(), kinds(offer(MAY, null, List.of(monthly(), usage), List.of()), ALONE));
  }

  @ParameterizedTest
  @CsvSource({
    "RECURRING, FEE, , PLN, , STANDARD, PRICE_AMOUNT_MISSING",
    "RECURRING, FEE, -1, PLN, , STANDARD, PRICE_NEGATIVE",
    "ONE_TIME, FEE, 5, EUR, , STANDARD, PRICE_CURRENCY",
    "ONE_TIME, FEE, 5, PLN, , , VAT_CATEGORY_MISSING",
    "USAGE, USE, , PLN, , STANDARD, TARIFF_MISSING",
    "USAGE, USE, , PLN, GHOST, STANDARD, TARIFF_UNKNOWN",
  })
  void aPriceThatCannotBeChargedIsNamed(
      PriceKind kind,
      String code,
      String amount,
      String currency,
      String tariff,
      String vat,
      Kind problem) {
    DesignedPrice price = price(kind, code, amount, currency, tariff, vat);
    assertEquals(List.of(problem), kinds(offer(MAY, null, List.of(price), List.of()), ALONE));
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    OfferDesign empty =
        new OfferDesign("", "Komórka", "", "", false, MAY, MAY, List.of(), List.of());
    assertEquals(
        List.of(Kind.NAME_MISSING, Kind.VALIDITY_EMPTY, Kind.NOTHING_TO_CHARGE),
        kinds(empty, ALONE));
  }

  @Test
  void twoPricesWithOneCodeAreAProblem() {
    assertEquals(
        List.of(Kind.PRICE_CODE_REPEATED),
        kinds(offer(MAY, null, List.of(monthly(), monthly()), List.of()), ALONE));
  }

  @Test
  void aPrepaidOfferHasNoMonthlyPrice() {
    OfferDesign prepaid =
        new OfferDesign(
            "Prepaid", "Na kartę", "", "", true, MAY, null, List.of(monthly()), List.of());
    assertEquals(List.of(Kind.PREPAID_RECURRING), kinds(prepaid, ALONE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, , 2026-05-01, , false",
    "2026-01-01, 2026-05-01, 2026-05-01, , false",
    "2026-01-01, 2026-06-01, 2026-05-01, , true",
    "2026-05-01, , 2026-05-01, , true",
    "2026-08-01, , 2026-05-01, , true",
    "2026-08-01, , 2026-05-01, 2026-08-01, false",
  })
  void twoVersionsAreNeverSoldAtOnce(
      LocalDate start, LocalDate end, LocalDate from, LocalDate to, boolean overlaps) {
    CatalogueFacts facts =
        new CatalogueFacts(
            List.of(new PublishedSpan(1, start, end, false)), Set.of(), Map.of(), "PLN");
    assertEquals(
        overlaps ? List.of(Kind.OVERLAPS_VERSION) : List.of(),
        kinds(offer(from, to, List.of(monthly()), List.of()), facts));
  }

  @Test
  void anOpenVersionEndsWhereTheNextBegins() {
    PublishedSpan open = new PublishedSpan(2, LocalDate.of(2026, 1, 1), null, false);
    PublishedSpan ended = new PublishedSpan(1, LocalDate.of(2025, 1, 1), open.start(), false);
    assertEquals(Optional.of(open), PublicationRule.superseded(MAY, List.of(ended, open)));
  }

  @ParameterizedTest
  @CsvSource({
    "TV, 1, 2, 1,",
    "TV, 0, 1, 0,",
    "TV, 2, 1, 1, MEMBER_CARDINALITY",
    "TV, 1, 3, 4, MEMBER_CARDINALITY",
    "TV, 0, 0, 0, MEMBER_CARDINALITY",
    "GONE, 1, 1, 1, MEMBER_NOT_SOLD",
    "NONE, 1, 1, 1, MEMBER_NOT_SOLD",
    "HOME, 1, 1, 1, MEMBER_IS_BUNDLE",
  })
  void membersAreSoldAndCountSensibly(String code, int min, int max, int byDefault, Kind problem) {
    LocalDate past = LocalDate.of(2026, 1, 1);
    CatalogueFacts facts =
        new CatalogueFacts(
            List.of(),
            Set.of(),
            Map.of(
                "TV", List.of(new PublishedSpan(1, past, null, false)),
                "GONE", List.of(new PublishedSpan(1, past, MAY, false)),
                "HOME", List.of(new PublishedSpan(1, past, null, true))),
            "PLN");
    BundleMember member = new BundleMember(code, min, max, byDefault);
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        kinds(offer(MAY, null, List.of(monthly()), List.of(member)), facts));
  }
}
