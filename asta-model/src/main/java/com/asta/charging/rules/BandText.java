package com.asta.charging.rules;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The days and hours of a band as a text. */
public final class BandText {
  private static final int SHORT = 3;

  private BandText() {}

  /** Language-neutral: {@code MON–FRI 20:00–24:00 INCLUDED}. */
  static String write(TimeBand band) {
    String days = days(band.days(), day -> day.name().substring(0, SHORT));
    String holidays =
        band.onHolidays() == OnHolidays.AS_WEEKDAY ? "" : " " + band.onHolidays().name();
    return (days + " " + hours(band) + holidays).strip();
  }

  /** {@code 20:00–24:00}. */
  public static String hours(TimeBand band) {
    String to = band.to().equals(LocalTime.MIDNIGHT) ? "24:00" : band.to().toString();
    return band.from() + "–" + to;
  }

  /** Runs of three days or more as {@code Mon–Fri}, others one by one. */
  public static String days(Set<DayOfWeek> days, Function<DayOfWeek, String> name) {
    List<DayOfWeek> sorted = List.copyOf(new TreeSet<>(days));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sorted.size(); ) {
      int end = i;
      while (end + 1 < sorted.size()
          && sorted.get(end + 1).getValue() == sorted.get(end).getValue() + 1) {
        end++;
      }
      text.append(text.isEmpty() ? "" : ", ").append(name.apply(sorted.get(i)));
      if (end - i >= 2) {
        text.append("–").append(name.apply(sorted.get(end)));
        i = end + 1;
      } else {
        i++;
      }
    }
    return text.toString();
  }
}
