package com.asta.charging.service;

import java.time.Instant;

/**
 * A usage file with what became of its lines.
 *
 * @param position octet up to which it is rated
 * @param line lines read so far
 * @param parts sums that are not yet in the totals
 */
public record UsageFileRow(
    long fileId,
    String kind,
    String name,
    Status status,
    long position,
    long line,
    IntakeCounts counts,
    Instant arrivedAt,
    Instant finishedAt,
    long parts) {
  /** Where the import stands. */
  public enum Status {
    WAITING,
    RUNNING,
    DONE
  }

  /** The name under which its rejected lines stand in suspense. */
  public String source() {
    return name + " #" + fileId;
  }
}
