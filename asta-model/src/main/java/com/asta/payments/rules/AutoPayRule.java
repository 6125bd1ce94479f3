package com.asta.payments.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * On which days a saved card is charged by itself: on the day an item is due, and after a failure
 * one, three and seven days later.
 */
public final class AutoPayRule {
  private static final Set<Long> DAYS = Set.of(0L, 1L, 3L, 7L);

  private AutoPayRule() {}

  /** Whether an item due on a day is tried today, if it is still open. */
  public static boolean tries(LocalDate dueOn, LocalDate today) {
    return DAYS.contains(ChronoUnit.DAYS.between(dueOn, today));
  }

  /** The due days whose items are tried today. */
  public static Set<LocalDate> dueDays(LocalDate today) {
    return DAYS.stream().map(today::minusDays).collect(java.util.stream.Collectors.toSet());
  }
}
