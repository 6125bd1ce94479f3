package com.asta.workflow.service;

import com.asta.common.OperatorZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;

/** When a human task is due; processes call it as {@code dueDates}. */
@ApplicationScoped
public class DueDates {
  private static final Set<DayOfWeek> FREE = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  @Inject private Clock clock;

  /** The same time of day so many working days later; Saturdays and Sundays do not count. */
  public Date inWorkingDays(int days) {
    return Date.from(later(clock.instant().atZone(OperatorZone.ID), days).toInstant());
  }

  static ZonedDateTime later(ZonedDateTime from, int workingDays) {
    ZonedDateTime day = from;
    int left = workingDays;
    while (left > 0) {
      day = day.plusDays(1);
      left -= FREE.contains(day.getDayOfWeek()) ? 0 : 1;
    }
    return day;
  }
}
