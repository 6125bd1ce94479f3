package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;

/**
 * One reason why a bill differs from the one before.
 *
 * @param texts what it is about; null for the tax
 * @param serviceId the number of the service; null if it has none
 * @param before net, as {@code after}; for {@link BillCause#PRICE} the prices of a whole period
 * @param quantityBefore null, as {@code quantityAfter} and {@code unit}, where nothing is measured
 */
public record BillChange(
    BillCause cause,
    Texts texts,
    String serviceId,
    Money before,
    Money after,
    BigDecimal quantityBefore,
    BigDecimal quantityAfter,
    String unit) {

  /** What it adds to the bill; negative where it makes it smaller. */
  public Money difference() {
    return after.minus(before);
  }
}
