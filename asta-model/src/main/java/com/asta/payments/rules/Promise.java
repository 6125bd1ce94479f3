package com.asta.payments.rules;

import com.asta.common.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A customer's word to pay.
 *
 * @param amount at least, above zero
 * @param dueOn the last day
 */
public record Promise(Money amount, LocalDate dueOn) {
  public Promise {
    Objects.requireNonNull(dueOn, "dueOn");
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A promise must be above zero: " + amount);
    }
  }

  /** What became of it. */
  public enum Standing {
    /** The day has not passed: dunning waits. */
    OPEN,
    KEPT,
    BROKEN
  }

  /**
   * How the promise stands on a day, from facts alone.
   *
   * @param received from the day it was made to its last
   */
  public Standing standing(Money received, LocalDate day) {
    if (received.compareTo(amount) >= 0) {
      return Standing.KEPT;
    }
    return day.isAfter(dueOn) ? Standing.BROKEN : Standing.OPEN;
  }
}
