package com.asta.payments.rules;

import com.asta.common.Money;

/**
 * How a count ends a shift.
 *
 * @param difference counted less expected: positive for a surplus, negative for a shortage
 */
public record CashClosing(Outcome outcome, Money difference) {
  /** What follows. */
  public enum Outcome {
    /** The shift is closed, its difference booked. */
    CLOSED,
    /** The cashier has to say where the difference comes from. */
    EXPLANATION_MISSING,
    /** A second person has to confirm. */
    SECOND_PERSON
  }

  /**
   * Decides.
   *
   * @param limit the largest difference, whatever its sign, that needs no second person
   * @param explanation the cashier's; only a difference needs one
   */
  public static CashClosing of(Money expected, Money counted, Money limit, String explanation) {
    Money difference = counted.minus(expected);
    if (difference.isZero()) {
      return new CashClosing(Outcome.CLOSED, difference);
    }
    if (explanation == null || explanation.isBlank()) {
      return new CashClosing(Outcome.EXPLANATION_MISSING, difference);
    }
    Money size = difference.isNegative() ? difference.negated() : difference;
    return new CashClosing(
        size.compareTo(limit) > 0 ? Outcome.SECOND_PERSON : Outcome.CLOSED, difference);
  }
}
