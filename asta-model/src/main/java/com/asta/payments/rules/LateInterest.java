package com.asta.payments.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/**
 * Simple interest for late payment: for each day the principal owed on it times the yearly rate in
 * force, over 365 days whatever the year (Polish Civil Code, article 481; Act of 8 March 2013 on
 * late payment). Days are summed exactly and rounded once.
 */
public final class LateInterest {
  private static final long YEAR_OF_PERCENTS = 36_500;

  private LateInterest() {}

  /**
   * The principal from a day on.
   *
   * @param amount zero when it is paid
   */
  public record Owed(LocalDate since, Money amount) {}

  /**
   * A yearly rate from a day on.
   *
   * @param percent such as 9.5
   */
  public record Rate(LocalDate since, BigDecimal percent) {
    public Rate {
      if (percent.signum() < 0) {
        throw new IllegalArgumentException("A rate must not be negative: " + percent);
      }
    }
  }

  /**
   * Interest for the days from one to the day before another.
   *
   * @param owed the principal and its changes, in any order
   * @param rates in any order; no rate, no interest
   */
  public static Money accrued(
      List<Owed> owed, LocalDate from, LocalDate until, List<Rate> rates, String currency) {
    TreeMap<LocalDate, BigDecimal> principals = new TreeMap<>();
    owed.forEach(each -> principals.put(each.since(), each.amount().amount()));
    TreeMap<LocalDate, BigDecimal> percents = new TreeMap<>();
    rates.forEach(each -> percents.put(each.since(), each.percent()));
    BigDecimal sum = BigDecimal.ZERO;
    LocalDate day = from;
    while (day.isBefore(until)) {
      LocalDate next = earliest(until, principals.higherKey(day), percents.higherKey(day));
      BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(day, next));
      sum = sum.add(at(principals, day).multiply(at(percents, day)).multiply(days));
      day = next;
    }
    return Money.of(sum, currency).fraction(1, YEAR_OF_PERCENTS).rounded();
  }

  private static BigDecimal at(TreeMap<LocalDate, BigDecimal> steps, LocalDate day) {
    var step = steps.floorEntry(day);
    return step == null ? BigDecimal.ZERO : step.getValue();
  }

  private static LocalDate earliest(LocalDate until, LocalDate... others) {
    LocalDate earliest = until;
    for (LocalDate each : others) {
      if (each != null && each.isBefore(earliest)) {
        earliest = each;
      }
    }
    return earliest;
  }
}
