package com.asta.charging.rules;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * The days that a tariff counts as holidays.
 *
 * @param country ISO 3166 code whose public holidays count, such as PL; null for none
 * @param dates further days
 */
public record Holidays(String country, Set<LocalDate> dates) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2100;

  /** No day is a holiday. */
  public static final Holidays NONE = new Holidays(null, Set.of());

  /** The public holidays of Poland. */
  public static final Holidays POLAND = new Holidays("PL", Set.of());

  public Holidays {
    country = country == null || country.isBlank() ? null : country.strip();
    if (country != null && !PublicHolidays.known(country.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("Public holidays are known of PL only, was: " + country);
    }
    country = country == null ? null : country.toUpperCase(Locale.ROOT);
    dates = dates == null ? Set.of() : Set.copyOf(dates);
  }

  /** Whether a day counts as a holiday. */
  public boolean contains(LocalDate day) {
    return dates.contains(day) || country != null && PublicHolidays.in(country, day);
  }

  /** The holidays of 1970 to 2100 as days since 1 January 1970. */
  BitSet epochDays() {
    BitSet days = new BitSet();
    dates.forEach(day -> set(days, day));
    for (int year = FIRST_YEAR; country != null && year <= LAST_YEAR; year++) {
      PublicHolidays.of(country, year).forEach(day -> set(days, day));
    }
    return days;
  }

  private static void set(BitSet days, LocalDate day) {
    if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
      days.set((int) day.toEpochDay());
    }
  }
}
