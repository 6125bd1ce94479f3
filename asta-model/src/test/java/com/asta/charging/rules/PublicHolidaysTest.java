package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "1961, 1961-04-02",
    "1981, 1981-04-19",
    "2008, 2008-03-23",
    "2011, 2011-04-24",
    "2019, 2019-04-21",
    "2024, 2024-03-31",
    "2025, 2025-04-20",
    "2026, 2026-04-05",
    "2038, 2038-04-25",
    "2076, 2076-04-19"
  })
  void easterIsComputed(int year, LocalDate expected) {
    assertEquals(expected, PublicHolidays.easter(year));
  }

  /** With Easter Sunday and Monday, Pentecost and Corpus Christi. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, true",
    "2026-01-06, true",
    "2026-04-05, true",
    "2026-04-06, true",
    "2026-05-24, true",
    "2026-06-04, true",
    "2026-12-24, true",
    "2024-12-24, false",
    "2010-01-06, false",
    "2018-11-12, true",
    "2019-11-12, false",
    "2026-11-12, false",
    "2026-04-03, false"
  })
  void polishHolidaysFollowTheLaw(LocalDate day, boolean expected) {
    assertEquals(expected, PublicHolidays.in("PL", day));
    assertEquals(expected, Holidays.POLAND.contains(day));
    assertEquals(expected, Holidays.POLAND.epochDays().get((int) day.toEpochDay()));
  }

  @Test
  void aYearHasFourteenSinceChristmasEveCounts() {
    assertEquals(14, PublicHolidays.of("PL", 2026).size());
    assertEquals(13, PublicHolidays.of("PL", 2024).size());
  }

  @Test
  void aTariffMayCountFurtherDays() {
    LocalDate founding = LocalDate.of(2026, 9, 7);
    assertTrue(new Holidays("pl", Set.of(founding)).contains(founding));
    assertFalse(Holidays.NONE.contains(LocalDate.of(2026, 1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new Holidays("XX", Set.of()));
  }
}
