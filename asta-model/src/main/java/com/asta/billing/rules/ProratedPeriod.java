package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A span of days to be charged and the full nominal period that contains it. The denominator is
 * always the nominal period, also when a phase changed within it.
 *
 * @param period the days charged
 * @param nominal the period the price is for
 * @param proration what the days cost of the price
 * @param since first day of the phase; decides where a price without proration is charged
 */
public record ProratedPeriod(Period period, Period nominal, Proration proration, LocalDate since) {
  private static final int DAYS_OF_MONTH = 30;
  private static final int DAYS_OF_YEAR = 360;

  public ProratedPeriod {
    Objects.requireNonNull(proration, "proration");
    if (period.start().isBefore(nominal.start()) || period.end().isAfter(nominal.end())) {
      throw new IllegalArgumentException(period + " does not lie within " + nominal);
    }
  }

  /** Prorated by days. */
  public ProratedPeriod(Period period, Period nominal) {
    this(period, nominal, Proration.DAILY, nominal.start());
  }

  public boolean isWhole() {
    return period.equals(nominal);
  }

  /**
   * The part of the price that falls on the days, at 12 decimals. Adjacent parts sum exactly to
   * what their union costs: each is the price up to its end less the price up to its start.
   */
  public Money of(Money price) {
    if (isWhole()) {
      return price;
    }
    return upTo(period.end(), price).minus(upTo(period.start(), price));
  }

  /** The same nominal period, other days. */
  ProratedPeriod over(Period days) {
    return new ProratedPeriod(days, nominal, proration, since);
  }

  /**
   * Cuts a span at the boundaries of the price's own periods.
   *
   * @param start the day the price is charged from, which aligns its periods
   */
  public static List<ProratedPeriod> cut(
      Period span,
      BillCalendar calendar,
      Recurrence recurrence,
      Proration proration,
      LocalDate start) {
    List<ProratedPeriod> pieces = new ArrayList<>();
    LocalDate from = span.start();
    while (from.isBefore(span.end())) {
      Period nominal = nominal(from, calendar, recurrence, start);
      LocalDate to = earlier(nominal.end(), span.end());
      if (recurrence != Recurrence.WEEKLY) {
        to = earlier(to, calendar.changeAfter(from).orElse(to));
      }
      pieces.add(new ProratedPeriod(new Period(from, to), nominal, proration, start));
      from = to;
    }
    return List.copyOf(pieces);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * The full nominal period a day falls into: weeks begin on the weekday of the start; months,
   * quarters and years on the bill-cycle day.
   */
  static Period nominal(
      LocalDate day, BillCalendar calendar, Recurrence recurrence, LocalDate start) {
    if (recurrence != Recurrence.WEEKLY) {
      return calendar.nominal(day, recurrence.months(), start);
    }
    LocalDate from = start.plusWeeks(Math.floorDiv(ChronoUnit.DAYS.between(start, day), 7L));
    return new Period(from, from.plusWeeks(1));
  }

  private Money upTo(LocalDate day, Money price) {
    if (!day.isAfter(nominal.start())) {
      return Money.zero(price.currency());
    }
    if (!day.isBefore(nominal.end())) {
      return price;
    }
    return switch (proration) {
      case DAILY -> price.fraction(ChronoUnit.DAYS.between(nominal.start(), day), nominal.days());
      case THIRTY_DAY -> {
        long whole = DAYS_OF_MONTH * months();
        yield price.fraction(Math.min(whole, days360(nominal.start(), day)), whole);
      }
      case NONE -> {
        LocalDate first = since.isAfter(nominal.start()) ? since : nominal.start();
        yield day.isAfter(first) ? price : Money.zero(price.currency());
      }
    };
  }

  private long months() {
    return ChronoUnit.MONTHS.between(
        YearMonth.from(nominal.start()), YearMonth.from(nominal.end()));
  }

  private static long days360(LocalDate from, LocalDate to) {
    return (long) DAYS_OF_YEAR * (to.getYear() - from.getYear())
        + (long) DAYS_OF_MONTH * (to.getMonthValue() - from.getMonthValue())
        + Math.min(to.getDayOfMonth(), DAYS_OF_MONTH)
        - Math.min(from.getDayOfMonth(), DAYS_OF_MONTH);
  }
}
