package com.asta.charging.rules;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours of the week with a price of their own, in the operator's time zone.
 *
 * @param days weekdays; may be empty for a band of holidays only
 * @param from first moment of the band
 * @param to first moment after it; midnight means the end of the day
 * @param onHolidays what the tariff's holidays mean to it; by default nothing
 */
public record TimeBand(
    String code, Set<DayOfWeek> days, LocalTime from, LocalTime to, OnHolidays onHolidays) {
  public TimeBand {
    Codes.code("Band", code);
    days = days == null ? Set.of() : Set.copyOf(days);
    onHolidays = onHolidays == null ? OnHolidays.AS_WEEKDAY : onHolidays;
    if (days.isEmpty() && onHolidays != OnHolidays.INCLUDED || from == null || to == null) {
      throw new IllegalArgumentException("Band " + code + " needs days and hours, was: " + days);
    }
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Band " + code + " ends before it starts: " + from + " " + to);
    }
  }

  /** A band that knows no holidays. */
  public TimeBand(String code, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    this(code, days, from, to, OnHolidays.AS_WEEKDAY);
  }

  /** Whether some hours of a day of this kind are in the band. */
  boolean holdsOn(DayOfWeek day, boolean holiday) {
    return switch (onHolidays) {
      case AS_WEEKDAY -> days.contains(day);
      case INCLUDED -> holiday || days.contains(day);
      case EXCLUDED -> !holiday && days.contains(day);
    };
  }

  /** Second of the day at which it begins. */
  int fromSecond() {
    return from.toSecondOfDay();
  }

  /** First second of the day after it, at most 86,400. */
  int toSecond() {
    return to.equals(LocalTime.MIDNIGHT) ? 86_400 : to.toSecondOfDay();
  }

  boolean contains(DayOfWeek day, LocalTime time) {
    return holdsOn(day, false)
        && !time.isBefore(from)
        && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }

  boolean overlaps(TimeBand other) {
    boolean sameHours = fromSecond() < other.toSecond() && other.fromSecond() < toSecond();
    return sameHours && sharesADay(other);
  }

  private boolean sharesADay(TimeBand other) {
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean plain = holdsOn(day, false) && other.holdsOn(day, false);
      if (plain || holdsOn(day, true) && other.holdsOn(day, true)) {
        return true;
      }
    }
    return false;
  }
}
