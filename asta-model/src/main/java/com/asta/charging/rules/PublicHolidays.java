package com.asta.charging.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    LocalDate easter = easter(year);
    Set<LocalDate> days = new HashSet<>();
    POLISH_SINCE.forEach(
        (day, since) -> {
          if (year >= since) {
            days.add(day.atYear(year));
          }
        });
    days.add(easter);
    days.add(easter.plusDays(1));
    days.add(easter.plusDays(49));
    days.add(easter.plusDays(60));
    if (year == CENTENARY.getYear()) {
      days.add(CENTENARY);
    }
    return new TreeSet<>(days);
  }

  /** Whether a day is a public holiday of a country. */
  public static boolean in(String country, LocalDate day) {
    return of(country, day.getYear()).contains(day);
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
