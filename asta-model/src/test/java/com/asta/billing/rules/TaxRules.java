package com.asta.billing.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The rules an operator in Poland starts with. */
final class TaxRules {
  private static final LocalDate SINCE = LocalDate.of(2011, 1, 1);

  private TaxRules() {}

  static TaxTable table() {
    return new TaxTable(
        List.of(
            rule("STANDARD", "*", "*", LocalDate.EPOCH, null, taxed("23")),
            rule("REDUCED", "*", "*", LocalDate.EPOCH, null, taxed("8")),
            rule("EXEMPT", "*", "*", LocalDate.EPOCH, null, none("zw.", VatTreatment.EXEMPT)),
            rule("*", "EU_BUSINESS", "EU", SINCE, null, none("np.", VatTreatment.REVERSE_CHARGE)),
            rule("*", "BUSINESS", "WORLD", SINCE, null, none("np.", VatTreatment.OUTSIDE_SCOPE)),
            rule("STANDARD", "CONSUMER", "DE", LocalDate.of(2021, 7, 1), null, taxed("19")),
            rule("BOOK", "*", "*", LocalDate.of(2011, 1, 1), LocalDate.of(2020, 1, 1), taxed("8")),
            rule("BOOK", "*", "*", LocalDate.of(2020, 1, 1), null, taxed("5"))));
  }

  static VatRate taxed(String percent) {
    return new VatRate(new BigDecimal(percent), percent + "%", VatTreatment.STANDARD, null);
  }

  static VatRate none(String label, VatTreatment treatment) {
    return new VatRate(
        BigDecimal.ZERO, label, treatment, new Texts("because " + treatment, "bo " + treatment));
  }

  private static TaxRule rule(
      String category,
      String buyers,
      String country,
      LocalDate from,
      LocalDate until,
      VatRate rate) {
    return new TaxRule(category, buyers, country, from, until, rate);
  }
}
