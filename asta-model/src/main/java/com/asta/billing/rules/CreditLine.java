package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;

/**
 * A line of a credit note: what the invoice's line was and what it is now.
 *
 * @param quantityBefore null, as {@code quantityAfter}, where nothing was measured
 */
public record CreditLine(
    int line, Money before, Money after, BigDecimal quantityBefore, BigDecimal quantityAfter) {

  /** What the credit note says: after less before. */
  public Money net() {
    return after.minus(before);
  }

  /** The change of the quantity; null where nothing was measured. */
  public BigDecimal quantity() {
    return quantityBefore == null ? null : quantityAfter.subtract(quantityBefore);
  }
}
