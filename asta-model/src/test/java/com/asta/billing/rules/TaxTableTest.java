package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTableTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @CsvSource({
    // organisation, country, VAT id, category, printed rate, treatment
    "false, PL, ,            STANDARD, 23%, STANDARD",
    "true,  PL, PL5260250274,STANDARD, 23%, STANDARD",
    "true,  DE, DE136695976, STANDARD, np., REVERSE_CHARGE",
    "true,  DE, DE136695976, EXEMPT,   np., REVERSE_CHARGE",
    // a number that cannot be valid makes no business
    "true,  DE, DE136695975, STANDARD, 23%, STANDARD",
    "true,  DE, ,            STANDARD, 23%, STANDARD",
    // a person does not turn into a business by a number
    "false, FR, DE136695976, STANDARD, 23%, STANDARD",
    // a country's own rate counts before the rate for everywhere
    "false, DE, ,            STANDARD, 19%, STANDARD",
    "false, DE, ,            REDUCED,  8%,  STANDARD",
    "true,  NO, ,            STANDARD, np., OUTSIDE_SCOPE",
    "false, NO, ,            STANDARD, 23%, STANDARD",
    "false, PL, ,            EXEMPT,   zw., EXEMPT",
  })
  void theMostSpecialRuleDecides(
      boolean organisation,
      String country,
      String vatId,
      String category,
      String label,
      VatTreatment treatment) {
    TaxedBuyer buyer = TaxedBuyer.of(organisation, country, vatId, "PL");
    VatRate rate = TaxRules.table().of(buyer).rate(category, TODAY).orElseThrow();
    assertEquals(label, rate.label());
    assertEquals(treatment, rate.treatment());
  }

  @ParameterizedTest
  @CsvSource({"2019-12-31, 8%", "2020-01-01, 5%", "2010-12-31, "})
  void aRateHoldsFromDayToDay(LocalDate day, String label) {
    assertEquals(
        label,
        TaxRules.table()
            .of(TaxedBuyer.consumer("PL"))
            .rate("BOOK", day)
            .map(VatRate::label)
            .orElse(null));
  }

  @Test
  void anUnknownCategoryHasNoRateAtHome() {
    TaxCalculator tax = TaxRules.table().of(TaxedBuyer.consumer("PL"));
    assertEquals(true, tax.rate("LUXURY", TODAY).isEmpty());
  }
}
