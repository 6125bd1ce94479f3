package com.asta.payments.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** Days on which banks settle: those of TARGET, and Polish holidays for złoty. */
public final class BankDay {
  private BankDay() {}

  /** The day itself if banks settle on it, else the next on which they do. */
  public static LocalDate onOrAfter(LocalDate day, String currency) {
    LocalDate found = day;
    while (isClosed(found, currency)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /** The day that comes so many bank days later. */
  public static LocalDate plus(LocalDate day, int bankDays, String currency) {
    LocalDate found = onOrAfter(day, currency);
    for (int i = 0; i < bankDays; i++) {
      found = onOrAfter(found.plusDays(1), currency);
    }
    return found;
  }

  /**
   * When a debt is collected: on the day it is due, but not before the notice is over, and on a
   * bank day.
   *
   * @param noticeDays bank days between telling the debtor and collecting
   */
  public static LocalDate ofCollection(
      LocalDate dueOn, LocalDate today, int noticeDays, String currency) {
    LocalDate earliest = plus(today, noticeDays, currency);
    LocalDate due = onOrAfter(dueOn, currency);
    return due.isBefore(earliest) ? earliest : due;
  }

  private static boolean isClosed(LocalDate day, String currency) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return true;
    }
    LocalDate easter = easter(day.getYear());
    if (day.equals(easter.plusDays(1)) || is(day, Month.JANUARY, 1) || is(day, Month.MAY, 1)) {
      return true;
    }
    if (is(day, Month.DECEMBER, 25) || is(day, Month.DECEMBER, 26)) {
      return true;
    }
    return "PLN".equals(currency) ? isPolish(day, easter) : day.equals(easter.minusDays(2));
  }

  private static boolean isPolish(LocalDate day, LocalDate easter) {
    return day.equals(easter.plusDays(60))
        || is(day, Month.JANUARY, 6)
        || is(day, Month.MAY, 3)
        || is(day, Month.AUGUST, 15)
        || is(day, Month.NOVEMBER, 1)
        || is(day, Month.NOVEMBER, 11)
        || day.getYear() >= 2025 && is(day, Month.DECEMBER, 24);
  }

  private static boolean is(LocalDate day, Month month, int ofMonth) {
    return day.getMonth() == month && day.getDayOfMonth() == ofMonth;
  }

  /** Easter Sunday by Meeus, Jones and Butcher. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
