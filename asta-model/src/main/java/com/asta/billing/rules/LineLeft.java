package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What is left of a line of an invoice after the corrections so far.
 *
 * @param rate the printed rate, which names one tax line of the invoice: {@code 23%}, {@code zw.}
 * @param net at the currency's scale; negative where the invoice gave something back
 * @param quantity null where nothing was measured
 */
public record LineLeft(int line, String rate, Money net, BigDecimal quantity) {
  public LineLeft {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(net, "net");
  }
}
