package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a line of an invoice should have said.
 *
 * @param net between zero and what is left of the line
 * @param quantity between zero and what is left; null leaves it as it is
 */
public record LineChange(int line, Money net, BigDecimal quantity) {
  public LineChange {
    Objects.requireNonNull(net, "net");
  }
}
