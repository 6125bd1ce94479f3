package com.asta.charging.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One pricing of past usage anew.
 *
 * @param from first day of the usage
 * @param to first day after it
 * @param tariffCode only usage priced by this tariff; null for all tariffs
 * @param draftVersionId the version that a what-if prices by; null for a re-rating
 * @param customerId only usage of this customer; null for all
 * @param executionId the job that works on it; null before it began
 */
public record RepricingCard(
    long id,
    Purpose purpose,
    Status status,
    LocalDate from,
    LocalDate to,
    String tariffCode,
    Long draftVersionId,
    Integer draftVersion,
    Long customerId,
    String reason,
    String startedBy,
    Instant startedAt,
    Long executionId,
    String appliedBy,
    Instant finishedAt) {
  /** What it is for. */
  public enum Purpose {
    /** To know what a draft would change; never applied. */
    WHAT_IF,
    /** To correct prices that were wrong; applied after a look at the trial. */
    RE_RATING
  }

  /** Where it stands. */
  public enum Status {
    TRIAL,
    REVIEW,
    APPLYING,
    DONE,
    CANCELLED;

    /** Whether a job works on it. */
    public boolean isWorking() {
      return this == TRIAL || this == APPLYING;
    }
  }

  /** The months, as people write them. */
  public String months() {
    YearMonth first = YearMonth.from(from);
    YearMonth last = YearMonth.from(to.minusDays(1));
    return first.equals(last) ? first.toString() : first + " – " + last;
  }
}
