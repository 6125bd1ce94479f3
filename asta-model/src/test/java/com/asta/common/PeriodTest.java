package com.asta.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private final Period march =
      new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"));

  @Test
  void endDoesNotBelongToIt() {
    assertEquals(31, march.days());
    assertTrue(march.contains(LocalDate.parse("2026-03-31")));
    assertFalse(march.contains(LocalDate.parse("2026-04-01")));
    assertEquals(LocalDate.parse("2026-03-31"), march.lastDay());
  }

  @Test
  void intersectionWithoutAnEndReachesThePeriodsEnd() {
    LocalDate fifteenth = LocalDate.parse("2026-03-15");
    assertEquals(17, march.intersection(fifteenth, null).orElseThrow().days());
  }

  @Test
  void touchingPeriodsDoNotOverlap() {
    assertTrue(march.intersection(march.end(), march.end().plusDays(5)).isEmpty());
  }

  @Test
  void cannotBeEmpty() {
    LocalDate day = march.start();
    assertThrows(IllegalArgumentException.class, () -> new Period(day, day));
  }
}
