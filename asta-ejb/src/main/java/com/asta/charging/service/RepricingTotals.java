package com.asta.charging.service;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a repricing adds up to so far, in one currency.
 *
 * @param accounts how many it is about
 * @param priced how many of them are done
 * @param changed events whose price or explanation changed
 * @param unrated events without a new price, which stay as they were
 */
public record RepricingTotals(
    long accounts,
    long priced,
    long events,
    long changed,
    long unrated,
    Money before,
    Money after) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What the revenue changes by. */
  public Money change() {
    return after.minus(before);
  }

  /** The change in percent of before, one decimal; null when there was nothing. */
  public BigDecimal percent() {
    return percent(before, after);
  }

  /** Accounts done, 0 to 100. */
  public int progress() {
    return accounts == 0 ? 100 : (int) (priced * 100 / accounts);
  }

  static BigDecimal percent(Money before, Money after) {
    return before.isZero()
        ? null
        : after
            .minus(before)
            .amount()
            .multiply(HUNDRED)
            .divide(before.amount(), 1, RoundingMode.HALF_UP);
  }
}
