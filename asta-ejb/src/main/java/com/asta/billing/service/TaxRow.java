package com.asta.billing.service;

import com.asta.common.Money;
import java.math.BigDecimal;

/** Tax of one rate, with what rounding once per rate changed against the shown lines. */
public record TaxRow(BigDecimal percent, String label, Money net, Money tax, Money rounding) {
  public Money gross() {
    return net.plus(tax);
  }
}
