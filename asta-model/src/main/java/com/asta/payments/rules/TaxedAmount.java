package com.asta.payments.rules;

import com.asta.common.Money;

/**
 * What a document says of one tax rate.
 *
 * @param rate label, such as {@code 23%} or {@code zw.}
 */
public record TaxedAmount(String rate, Money net, Money tax) {
  TaxedAmount negated() {
    return new TaxedAmount(rate, net.negated(), tax.negated());
  }
}
