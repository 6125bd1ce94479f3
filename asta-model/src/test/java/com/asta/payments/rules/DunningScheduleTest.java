package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningScheduleTest {
  @ParameterizedTest(name = "at {0}, said {1}, now {2}, last {3}: {4}")
  @CsvSource({
    ", 2026-01-01T12:00, 2026-11-28T05:30, , false",
    "05:30, 2026-01-01T12:00, 2026-11-28T05:29, , false",
    "05:30, 2026-01-01T12:00, 2026-11-28T05:30, , true",
    "05:30, 2026-01-01T12:00, 2026-11-28T23:59, 2026-11-27, true",
    "05:30, 2026-01-01T12:00, 2026-11-28T05:30, 2026-11-28, false",
    "05:30, 2026-01-01T12:00, 2026-11-28T23:59, 2026-11-28, false",
    "00:00, 2026-01-01T12:00, 2026-11-28T00:00, 2026-11-27, true",
    "05:30, 2026-01-01T12:00, 2026-11-28T05:30, 2026-11-29, false",
    // said after today's time had passed, at it, and before
    "05:30, 2026-11-28T17:00, 2026-11-28T17:05, , false",
    "05:30, 2026-11-28T17:00, 2026-11-29T05:30, , true",
    "05:30, 2026-11-28T05:30, 2026-11-28T05:30, , true",
    "05:30, 2026-11-28T05:29, 2026-11-28T05:34, , true",
    // The night on which 02:30 comes twice, or never: the day still has its one run.
    "02:30, 2026-01-01T12:00, 2026-10-25T02:30, 2026-10-24, true",
    "02:30, 2026-01-01T12:00, 2026-10-25T02:45, 2026-10-25, false",
    "02:30, 2026-01-01T12:00, 2027-03-28T03:00, 2027-03-27, true",
  })
  void oneRunADayFromItsTimeOn(
      LocalTime runAt, LocalDateTime said, LocalDateTime now, LocalDate last, boolean expected) {
    assertEquals(expected, new DunningSchedule(runAt, said).isDue(now, last));
  }
}
