package com.asta.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The zone in which the operator's business days begin and end. */
public final class OperatorZone {
  public static final ZoneId ID = ZoneId.of("Europe/Warsaw");

  private OperatorZone() {}

  /** The business day an instant falls on. */
  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(ID).toLocalDate();
  }

  /** The first instant of a business day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ID).toInstant();
  }
}
