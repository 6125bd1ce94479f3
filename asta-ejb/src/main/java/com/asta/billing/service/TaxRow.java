package com.asta.billing.service;

import com.asta.billing.rules.TaxLine;
import com.asta.billing.rules.Texts;
import com.asta.billing.rules.VatRate;
import com.asta.billing.rules.VatTreatment;
import com.asta.common.Money;
import java.math.BigDecimal;

/**
 * Tax of one rate, with what rounding once per rate changed against the shown lines.
 *
 * @param reason why there is no tax; null where there is
 */
public record TaxRow(
    BigDecimal percent,
    String label,
    VatTreatment treatment,
    Texts reason,
    Money net,
    Money tax,
    Money rounding) {
  static TaxRow of(TaxLine line) {
    VatRate rate = line.rate();
    return new TaxRow(
        rate.percent(),
        rate.label(),
        rate.treatment(),
        rate.reason(),
        line.net(),
        line.tax(),
        line.rounding());
  }

  TaxLine toLine() {
    return new TaxLine(new VatRate(percent, label, treatment, reason), net, tax, rounding);
  }

  public Money gross() {
    return net.plus(tax);
  }

  /** Why there is no tax; empty where there is. */
  public String why(String language) {
    if (reason == null) {
      return "";
    }
    return "pl".equals(language) ? reason.pl() : reason.en();
  }
}
