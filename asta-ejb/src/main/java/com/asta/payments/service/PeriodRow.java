package com.asta.payments.service;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A month of the book.
 *
 * @param closed postings are refused
 * @param closedAt when it was closed last, or null
 * @param reopenedAt when it was opened again, or null
 */
public record PeriodRow(
    LocalDate firstDay,
    boolean closed,
    Instant closedAt,
    String closedBy,
    Instant reopenedAt,
    String reopenedBy,
    String reason) {
  /** The first day behind it. */
  public LocalDate until() {
    return firstDay.plusMonths(1);
  }
}
