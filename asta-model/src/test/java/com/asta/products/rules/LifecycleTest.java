package com.asta.products.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.Money;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {
  @ParameterizedTest
  @CsvSource({
    "IN_DESIGN, 2026-05-01, , 2026-06-01, IN_DESIGN",
    "ACTIVE, 2026-05-01, , 2026-04-30, ACTIVE",
    "ACTIVE, 2026-05-01, , 2026-05-01, LAUNCHED",
    "ACTIVE, 2026-05-01, 2026-06-01, 2026-05-31, LAUNCHED",
    "ACTIVE, 2026-05-01, 2026-06-01, 2026-06-01, RETIRED",
    "ACTIVE, 2026-05-01, 2026-05-01, 2026-05-01, RETIRED",
    "OBSOLETE, 2026-05-01, 2026-06-01, 2026-05-15, OBSOLETE",
  })
  void theStatusFollowsFromTheDay(
      OfferStatus stored, LocalDate from, LocalDate to, LocalDate day, OfferStatus seen) {
    assertEquals(seen, stored.on(day, from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "IN_DESIGN, ACTIVE, true",
    "IN_DESIGN, RETIRED, false",
    "LAUNCHED, RETIRED, true",
    "LAUNCHED, IN_DESIGN, false",
    "RETIRED, OBSOLETE, true",
    "RETIRED, LAUNCHED, false",
    "OBSOLETE, LAUNCHED, false",
  })
  void theLifecycleLeadsOneWay(OfferStatus from, OfferStatus to, boolean allowed) {
    assertEquals(allowed, from.mayBecome(to));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, IN_PROGRESS",
    "COMPLETED PENDING, IN_PROGRESS",
    "COMPLETED COMPLETED, COMPLETED",
    "COMPLETED CANCELLED, PARTIAL",
    "CANCELLED CANCELLED, CANCELLED",
  })
  void anOrderIsAsFarAsItsItems(String items, OrderStatus status) {
    assertEquals(
        status, OrderStatus.of(Arrays.stream(items.split(" ")).map(ItemStatus::valueOf).toList()));
  }

  @Test
  void aBasketSumsOnceAndAMonthApart() {
    PriceSummary sum =
        PriceSummary.of(
            List.of(
                new PriceSummary.Line(PriceKind.ONE_TIME, new BigDecimal("40.65")),
                new PriceSummary.Line(PriceKind.RECURRING, new BigDecimal("65.04")),
                new PriceSummary.Line(PriceKind.RECURRING, new BigDecimal("28.46"))),
            "PLN");
    assertEquals(new PriceSummary(Money.of("40.65", "PLN"), Money.of("93.50", "PLN")), sum);
  }

  @Test
  void aComparisonNamesEachPriceThatDiffers() {
    OfferDesign older = fibre("52.85", LocalDate.of(2025, 1, 1));
    OfferDesign newer = fibre("56.91", LocalDate.of(2026, 3, 1));
    assertEquals(
        List.of(
            new VersionDifference("validFrom", "", "2025-01-01", "2026-03-01"),
            new VersionDifference(
                "price",
                "FEE",
                "RECURRING · 52.85 PLN · STANDARD",
                "RECURRING · 56.91 PLN · STANDARD")),
        VersionComparison.differences(older, newer));
    assertEquals(List.of(), VersionComparison.differences(newer, newer));
  }

  private static OfferDesign fibre(String net, LocalDate from) {
    return new OfferDesign(
        "Fibre",
        "Światłowód",
        "",
        "",
        false,
        from,
        null,
        List.of(
            new DesignedPrice(
                PriceKind.RECURRING,
                "FEE",
                "Fee",
                "Opłata",
                new BigDecimal(net),
                "PLN",
                true,
                null,
                "STANDARD")),
        List.of());
  }
}
