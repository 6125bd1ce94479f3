package com.asta.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The zone in which the operator's business days begin and end. */
public final class OperatorZone {
  public static final ZoneId ID = ZoneId.of("Europe/Warsaw");

  /** Most instants that are asked for fall on the day of the one before. */
  private record Day(LocalDate day, long begins, long ends) {}

  private static volatile Day latest = new Day(LocalDate.EPOCH, 0, 0);

  private OperatorZone() {}

  /** The business day an instant falls on. */
  public static LocalDate dayOf(Instant instant) {
    long second = instant.getEpochSecond();
    Day found = latest;
    if (second < found.begins() || second >= found.ends()) {
      LocalDate day = instant.atZone(ID).toLocalDate();
      found =
          new Day(day, startOf(day).getEpochSecond(), startOf(day.plusDays(1)).getEpochSecond());
      latest = found;
    }
    return found.day();
  }

  /** The first instant of a business day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ID).toInstant();
  }
}
