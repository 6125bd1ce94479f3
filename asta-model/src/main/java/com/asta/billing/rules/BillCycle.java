package com.asta.billing.rules;

import com.asta.common.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The calendar of bills that begin on one day of the month. Periods are half-open and lie edge to
 * edge; a month that is shorter than the day begins its period on its last day.
 *
 * @param day bill-cycle day, 1 to 31
 */
public record BillCycle(int day) {
  public BillCycle {
    if (day < 1 || day > 31) {
      throw new IllegalArgumentException("Bill-cycle day must be 1 to 31: " + day);
    }
  }

  /** The day of a month on which a period ends and the next begins. */
  public LocalDate boundaryIn(YearMonth month) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  public boolean isBoundary(LocalDate date) {
    return boundaryIn(YearMonth.from(date)).equals(date);
  }

  /** The first boundary that is not before {@code date}. */
  public LocalDate onOrAfter(LocalDate date) {
    YearMonth month = YearMonth.from(date);
    LocalDate boundary = boundaryIn(month);
    return boundary.isBefore(date) ? boundaryIn(month.plusMonths(1)) : boundary;
  }

  /** The last boundary that is not after {@code date}. */
  public LocalDate onOrBefore(LocalDate date) {
    YearMonth month = YearMonth.from(date);
    LocalDate boundary = boundaryIn(month);
    return boundary.isAfter(date) ? boundaryIn(month.minusMonths(1)) : boundary;
  }

  /** The monthly period a day falls into. */
  public Period containing(LocalDate date) {
    return startingOn(onOrBefore(date));
  }

  /** The monthly period that begins on a boundary. */
  public Period startingOn(LocalDate boundary) {
    return new Period(checked(boundary), boundaryIn(YearMonth.from(boundary).plusMonths(1)));
  }

  /** The monthly period that ends on a boundary. */
  public Period endingOn(LocalDate boundary) {
    return new Period(boundaryIn(YearMonth.from(boundary).minusMonths(1)), checked(boundary));
  }

  /**
   * The full nominal period a day falls into, for a price of {@code months} that is charged from
   * {@code start}: the first whole period begins on the first boundary on or after the start.
   */
  public Period nominal(LocalDate date, int months, LocalDate start) {
    if (months < 1) {
      throw new IllegalArgumentException("A price recurs after 1 or more months, not " + months);
    }
    YearMonth anchor = YearMonth.from(onOrAfter(start));
    long since = ChronoUnit.MONTHS.between(anchor, YearMonth.from(onOrBefore(date)));
    YearMonth first = anchor.plusMonths(Math.floorDiv(since, (long) months) * months);
    return new Period(boundaryIn(first), boundaryIn(first.plusMonths(months)));
  }

  private LocalDate checked(LocalDate boundary) {
    if (!isBoundary(boundary)) {
      throw new IllegalArgumentException(
          boundary + " is no boundary of the bill cycle with day " + day);
    }
    return boundary;
  }
}
