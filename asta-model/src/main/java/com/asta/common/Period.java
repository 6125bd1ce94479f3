package com.asta.common;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A half-open span of business days: {@code start} belongs to it, {@code end} does not. Never
 * empty.
 */
public record Period(LocalDate start, LocalDate end) {
  public Period {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "Period must end after its start: " + start + " to " + end);
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(start, end);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  /** The last day that belongs to the period, as people write it. */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }

  public Optional<Period> intersection(Period other) {
    return intersection(other.start, other.end);
  }

  /** The part of this period within [from, to); {@code to == null} means without end. */
  public Optional<Period> intersection(LocalDate from, LocalDate to) {
    LocalDate first = start.isAfter(from) ? start : from;
    LocalDate last = to == null || end.isBefore(to) ? end : to;
    return first.isBefore(last) ? Optional.of(new Period(first, last)) : Optional.empty();
  }
}
