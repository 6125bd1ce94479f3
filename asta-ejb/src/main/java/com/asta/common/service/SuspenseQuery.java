package com.asta.common.service;

/** Which suspense entries; null means any. */
public record SuspenseQuery(
    String subsystem, String reason, String source, SuspendedRecord.Status status) {
  /** Open entries of every subsystem. */
  public static SuspenseQuery open() {
    return new SuspenseQuery(null, null, null, SuspendedRecord.Status.OPEN);
  }
}
