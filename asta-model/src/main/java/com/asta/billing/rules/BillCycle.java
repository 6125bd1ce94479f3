package com.asta.billing.rules;

import com.asta.common.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The calendar of bills. Periods are half-open and lie edge to edge; a month that is shorter than
 * the day begins its period on its last day.
 *
 * @param day bill-cycle day: 1 to 31, or Monday (1) to Sunday (7) of a week
 * @param month the first month of the year in which a period begins: 1 to 3 of quarters, 1 to 12 of
 *     years, else 1
 */
public record BillCycle(CycleFrequency frequency, int day, int month) {
  private static final int LONGEST_MONTH = 31;
  private static final int WEEK = 7;

  public BillCycle {
    int lastDay = frequency == CycleFrequency.WEEKLY ? WEEK : LONGEST_MONTH;
    if (day < 1 || day > lastDay) {
      throw new IllegalArgumentException(
          "Bill-cycle day must be 1 to " + lastDay + " if " + frequency + ": " + day);
    }
    int lastMonth = Math.max(1, frequency.months());
    if (month < 1 || month > lastMonth) {
      throw new IllegalArgumentException(
          "Bill-cycle month must be 1 to " + lastMonth + " if " + frequency + ": " + month);
    }
  }

  /** Every month on a day. */
  public BillCycle(int day) {
    this(CycleFrequency.MONTHLY, day, 1);
  }

  public static BillCycle weekly(DayOfWeek day) {
    return new BillCycle(CycleFrequency.WEEKLY, day.getValue(), 1);
  }

  public boolean isBoundary(LocalDate date) {
    return onOrBefore(date).equals(date);
  }

  /** The first boundary that is not before {@code date}. */
  public LocalDate onOrAfter(LocalDate date) {
    if (frequency == CycleFrequency.WEEKLY) {
      return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day)));
    }
    YearMonth first = monthOf(onOrBefore(date));
    LocalDate boundary = boundaryIn(first);
    return boundary.isBefore(date) ? boundaryIn(first.plusMonths(frequency.months())) : boundary;
  }

  /** The last boundary that is not after {@code date}. */
  public LocalDate onOrBefore(LocalDate date) {
    if (frequency == CycleFrequency.WEEKLY) {
      return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)));
    }
    YearMonth own = monthOf(date);
    int since = Math.floorMod(own.getMonthValue() - month, frequency.months());
    YearMonth first = own.minusMonths(since);
    LocalDate boundary = boundaryIn(first);
    return boundary.isAfter(date) ? boundaryIn(first.minusMonths(frequency.months())) : boundary;
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
   * The full nominal period a day falls into, for a price of {@code months} that is charged from
   * {@code start}: the first whole period begins on the first monthly boundary on or after the
   * start. Prices keep their own rhythm however often bills are made; where bills come weekly,
   * their months are those of the calendar.
   */
  public Period nominal(LocalDate date, int months, LocalDate start) {
    if (months < 1) {
      throw new IllegalArgumentException("A price recurs after 1 or more months, not " + months);
    }
    BillCycle monthly = monthly();
    YearMonth anchor = monthOf(monthly.onOrAfter(start));
    long since = ChronoUnit.MONTHS.between(anchor, monthOf(monthly.onOrBefore(date)));
    YearMonth first = anchor.plusMonths(Math.floorDiv(since, (long) months) * months);
    return new Period(monthly.boundaryIn(first), monthly.boundaryIn(first.plusMonths(months)));
  }

  private BillCycle monthly() {
    return switch (frequency) {
      case WEEKLY -> new BillCycle(1);
      case MONTHLY -> this;
      case QUARTERLY, YEARLY -> new BillCycle(day);
    };
  }

  private static YearMonth monthOf(LocalDate date) {
    return YearMonth.of(date.getYear(), date.getMonthValue());
  }

  private LocalDate boundaryIn(YearMonth of) {
    return of.atDay(Math.min(day, of.lengthOfMonth()));
  }

  private LocalDate checked(LocalDate boundary) {
    if (!isBoundary(boundary)) {
      throw new IllegalArgumentException(boundary + " is no boundary of " + this);
    }
    return boundary;
  }
}
