package com.asta.charging.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Public holidays by law: Poland's act of 18 January 1951 on days free of work, as amended, and the
 * single day of 12 November 2018.
 */
public final class PublicHolidays {
  private static final Map<MonthDay, Integer> POLISH_SINCE =
      Map.of(
          MonthDay.of(1, 1), 1951,
          MonthDay.of(1, 6), 2011,
          MonthDay.of(5, 1), 1951,
          MonthDay.of(5, 3), 1990,
          MonthDay.of(8, 15), 1989,
          MonthDay.of(11, 1), 1951,
          MonthDay.of(11, 11), 1989,
          MonthDay.of(12, 24), 2025,
          MonthDay.of(12, 25), 1951,
          MonthDay.of(12, 26), 1951);
  private static final LocalDate CENTENARY = LocalDate.of(2018, 11, 12);

  private PublicHolidays() {}

  /** Whether the holidays of a country can be computed. */
  public static boolean known(String country) {
    return "PL".equals(country);
  }

  /** The public holidays of a country in a year, in order. */
  public static Set<LocalDate> of(String country, int year) {
    if (!known(country)) {
      throw new IllegalArgumentException("Public holidays are known of PL only, was: " + country);
    }
    LocalDate first = LocalDate.of(year, 1, 1);
    return first
        .datesUntil(first.plusYears(1))
        .filter(day -> in(country, day))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a day is a public holiday of a country. */
  public static boolean in(String country, LocalDate day) {
    Integer since = known(country) ? POLISH_SINCE.get(MonthDay.from(day)) : null;
    boolean fixed = since != null && day.getYear() >= since;
    return fixed || known(country) && (day.equals(CENTENARY) || followsEaster(day));
  }

  /** Easter Sunday and Monday, Pentecost, Corpus Christi. */
  private static boolean followsEaster(LocalDate day) {
    long after = ChronoUnit.DAYS.between(easter(day.getYear()), day);
    return after == 0 || after == 1 || after == 49 || after == 60;
  }

  /** Easter Sunday of the Gregorian calendar, by Meeus, Jones and Butcher. */
  public static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
