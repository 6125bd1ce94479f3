package com.asta.products.rules;

import java.time.LocalDate;

/**
 * A stretch of a subscription on one offer version.
 *
 * @param end the first day after it, or null while open
 */
public record PhaseSpan(long offerVersionId, LocalDate start, LocalDate end) {

  public PhaseSpan {
    if (end != null && !end.isAfter(start)) {
      throw new IllegalArgumentException("a phase from " + start + " cannot end on " + end);
    }
  }

  /** Whether the day lies in the phase. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && (end == null || day.isBefore(end));
  }

  /** The same phase with an end. */
  public PhaseSpan endedOn(LocalDate day) {
    return new PhaseSpan(offerVersionId, start, day);
  }
}
