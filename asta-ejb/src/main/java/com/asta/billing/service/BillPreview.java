package com.asta.billing.service;

import com.asta.common.Money;
import com.asta.common.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * What a bill would say if things stay as they are.
 *
 * @param billedOn the day the bill is made
 */
public record BillPreview(
    LocalDate billedOn, List<Line> lines, List<TaxRow> taxes, Money net, Money tax, Money gross) {

  /** One position; {@code prorated} where a part of the price is charged. */
  public record Line(
      String textEn, String textPl, Period period, Period nominal, Money unitPrice, Money net) {
    public String text(String language) {
      return "pl".equals(language) ? textPl : textEn;
    }

    public boolean isProrated() {
      return nominal != null && !nominal.equals(period);
    }

    public boolean isOneDay() {
      return period.days() == 1;
    }
  }
}
