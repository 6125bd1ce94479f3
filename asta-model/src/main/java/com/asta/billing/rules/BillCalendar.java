package com.asta.billing.rules;

import com.asta.common.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The bill cycle of an account over time. A change takes effect at a boundary of the former cycle:
 * the bill that ends there is made as ever, but charges in advance only up to the first boundary of
 * the new cycle.
 *
 * @param former the cycle up to the change; null if there was none
 * @param from the last boundary of the former cycle; null if there was none
 */
public record BillCalendar(BillCycle cycle, BillCycle former, LocalDate from) {
  public BillCalendar {
    if ((former == null) != (from == null)) {
      throw new IllegalArgumentException(
          "A former cycle needs its last day: " + former + ", " + from);
    }
    if (former != null && !former.isBoundary(from)) {
      throw new IllegalArgumentException(from + " is no boundary of the former " + former);
    }
  }

  /** A cycle that always held. */
  public static BillCalendar of(BillCycle cycle) {
    return new BillCalendar(cycle, null, null);
  }

  /**
   * This calendar with another cycle from one of its boundaries on. A change that has not taken
   * effect by then is replaced.
   */
  public BillCalendar changed(BillCycle to, LocalDate boundary) {
    BillCycle until = isFormer(boundary) ? former : cycle;
    return until.equals(to) ? of(to) : new BillCalendar(to, until, boundary);
  }

  public boolean isBoundary(LocalDate date) {
    return (isFormer(date) ? former : cycle).isBoundary(date);
  }

  /** The first boundary that is not before {@code date}. */
  public LocalDate onOrAfter(LocalDate date) {
    return (isFormer(date) ? former : cycle).onOrAfter(date);
  }

  /** The last boundary that is not after {@code date}. */
  public LocalDate onOrBefore(LocalDate date) {
    if (isFormer(date)) {
      return former.onOrBefore(date);
    }
    LocalDate boundary = cycle.onOrBefore(date);
    return from != null && boundary.isBefore(from) ? from : boundary;
  }

  /** The period a day falls into. */
  public Period containing(LocalDate date) {
    return startingOn(onOrBefore(date));
  }

  /** The period that begins on a boundary. */
  public Period startingOn(LocalDate boundary) {
    return new Period(checked(boundary), onOrAfter(boundary.plusDays(1)));
  }

  /** The period that ends on a boundary. */
  public Period endingOn(LocalDate boundary) {
    return new Period(onOrBefore(boundary.minusDays(1)), checked(boundary));
  }

  /**
   * The first day whose usage a bill compares with what bills before it took: usage may be as late,
   * counted from the start of the bill's period.
   *
   * @param end of the bill's period
   * @param lateDays how many days usage may be late
   * @return the first of a month, since what bills took is kept by months
   */
  public LocalDate usedFrom(LocalDate end, int lateDays) {
    return onOrBefore(end.minusDays(1)).minusDays(lateDays).withDayOfMonth(1);
  }

  /** As {@link BillCycle#nominal}, by the cycle that holds from the day on. */
  public Period nominal(LocalDate date, int months, LocalDate start) {
    return (isBeforeChange(date) ? former : cycle).nominal(date, months, start);
  }

  /**
   * The day so many months after another: from one boundary of months to another, so that whole
   * months are whole periods of prices also where a month is too short for the cycle's day; from
   * any other day to the same day of the month.
   */
  public LocalDate monthsAfter(LocalDate day, int months) {
    if (months == 0) {
      return day;
    }
    Period whole = nominal(day, months, day);
    return whole.start().equals(day) ? whole.end() : day.plusMonths(months);
  }

  /** The day after {@code date} on which another cycle begins to hold. */
  public Optional<LocalDate> changeAfter(LocalDate date) {
    return isBeforeChange(date) ? Optional.of(from) : Optional.empty();
  }

  private boolean isBeforeChange(LocalDate date) {
    return from != null && date.isBefore(from);
  }

  private boolean isFormer(LocalDate date) {
    return from != null && !date.isAfter(from);
  }

  private LocalDate checked(LocalDate boundary) {
    if (!isBoundary(boundary)) {
      throw new IllegalArgumentException(boundary + " is no boundary of " + this);
    }
    return boundary;
  }
}
