package com.asta.payments.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * When a failed collection is tried again.
 *
 * @param days after each failure; as many retries as days
 */
public record RetrySchedule(List<Integer> days) {
  public RetrySchedule {
    days = List.copyOf(days);
    if (days.size() > 5 || days.stream().anyMatch(each -> each < 1 || each > 90)) {
      throw new IllegalArgumentException("Not a schedule of retries: " + days);
    }
  }

  /**
   * What follows a failure.
   *
   * @param retryOn null if it is not tried again by itself
   * @param suspend whether the mandate is not used any more until a person looked at it
   */
  public record Next(LocalDate retryOn, boolean suspend) {}

  /**
   * Decides about a failure.
   *
   * @param reason the bank's code, may be empty
   * @param attempt 1 for the first
   */
  public Next after(String reason, int attempt, LocalDate failedOn) {
    boolean suspend = BankReason.of(reason).filter(BankReason::isAgainstMandate).isPresent();
    boolean again = !suspend && attempt <= days.size();
    return new Next(again ? failedOn.plusDays(days.get(attempt - 1)) : null, suspend);
  }
}
