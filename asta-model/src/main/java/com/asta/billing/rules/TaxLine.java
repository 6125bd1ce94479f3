package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;

/**
 * The tax of one rate on one bill.
 *
 * @param net rounded once from the exact sum of the items
 * @param tax rounded once from the exact sum of the items times the rate
 * @param rounding what {@code net} differs by from the sum of the items rounded one by one
 */
public record TaxLine(VatRate rate, Money net, Money tax, Money rounding) {
  public BigDecimal percent() {
    return rate.percent();
  }

  public String label() {
    return rate.label();
  }

  public Money gross() {
    return net.plus(tax);
  }
}
