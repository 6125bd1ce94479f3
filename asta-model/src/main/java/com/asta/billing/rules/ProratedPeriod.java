package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of days to be charged and the full nominal period that contains it. The denominator is
 * always the nominal period, also when a phase changed within it.
 *
 * @param period the days charged
 * @param nominal the period the price is for
 */
public record ProratedPeriod(Period period, Period nominal) {
  public ProratedPeriod {
    if (period.start().isBefore(nominal.start()) || period.end().isAfter(nominal.end())) {
      throw new IllegalArgumentException(period + " does not lie within " + nominal);
    }
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

  /**
   * Cuts a span at the boundaries of the calendar.
   *
   * @param months how often the price recurs
   * @param start the day the price is charged from, which aligns periods longer than a month
   */
  public static List<ProratedPeriod> cut(
      Period span, BillCalendar calendar, int months, LocalDate start) {
    List<ProratedPeriod> pieces = new ArrayList<>();
    LocalDate from = span.start();
    while (from.isBefore(span.end())) {
      Period nominal = calendar.nominal(from, months, start);
      LocalDate to = earlier(nominal.end(), span.end());
      to = earlier(to, calendar.changeAfter(from).orElse(to));
      pieces.add(new ProratedPeriod(new Period(from, to), nominal));
      from = to;
    }
    return List.copyOf(pieces);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Money upTo(LocalDate day, Money price) {
    return price.fraction(ChronoUnit.DAYS.between(nominal.start(), day), nominal.days());
  }
}
