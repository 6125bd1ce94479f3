package com.asta.common.service;

import java.time.Instant;

/** A record that could not be taken in, with the reason and what it looked like. */
public record SuspendedRecord(
    long id,
    String subsystem,
    String source,
    String position,
    String reason,
    String detail,
    String raw,
    Status status,
    Instant createdAt,
    Instant closedAt,
    String closedBy) {

  /** Where an entry stands. */
  public enum Status {
    OPEN,
    DISMISSED,
    REPROCESSED
  }
}
