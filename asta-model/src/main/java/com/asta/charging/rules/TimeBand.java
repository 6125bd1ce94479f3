package com.asta.charging.rules;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours of the week with a price of their own, in the operator's time zone.
 *
 * @param from first moment of the band
 * @param to first moment after it; midnight means the end of the day
 */
public record TimeBand(String code, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  public TimeBand {
    Codes.code("Band", code);
    if (days == null || days.isEmpty() || from == null || to == null) {
      throw new IllegalArgumentException("Band " + code + " needs days and hours, was: " + days);
    }
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Band " + code + " ends before it starts: " + from + " " + to);
    }
    days = Set.copyOf(days);
  }

  boolean contains(DayOfWeek day, LocalTime time) {
    return days.contains(day)
        && !time.isBefore(from)
        && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }

  boolean overlaps(TimeBand other) {
    return days.stream().anyMatch(other.days::contains)
        && from.isBefore(end(other.to))
        && other.from.isBefore(end(to));
  }

  private static LocalTime end(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : to;
  }
}
