package com.asta.common.service;

import java.time.Instant;
import java.util.List;

/** What was measured at one moment. */
public record SystemHealth(
    Instant at,
    DatabaseHealth database,
    OutboxHealth outbox,
    List<QueueHealth> queues,
    MailHealth mail,
    long openSuspense,
    DiskHealth disk,
    MemoryHealth memory) {

  /**
   * The database and the pool of connections to it.
   *
   * @param answerMicros how long it took to answer the smallest question
   */
  public record DatabaseHealth(
      String version, long sizeBytes, long answerMicros, long inUse, long available) {
    public boolean isWell() {
      return available > 0;
    }
  }

  /** Messages that are written but not relayed to the broker. */
  public record OutboxHealth(long waiting, long oldestSeconds) {
    private static final long LATE_SECONDS = 60;

    public boolean isWell() {
      return oldestSeconds < LATE_SECONDS;
    }
  }

  /** A queue or a durable subscription. */
  public record QueueHealth(String name, long messages, long consumers) {
    private static final long MANY = 1000;

    /** True if it holds what nobody could handle. */
    public boolean isDead() {
      return name.equals("DLQ") || name.equals("ExpiryQueue");
    }

    public boolean isWell() {
      return isDead() ? messages == 0 : messages < MANY;
    }
  }

  /** Mail that waits, and mail that needs a decision. */
  public record MailHealth(long waiting, long undecided) {
    public boolean isWell() {
      return undecided == 0;
    }
  }

  /** The disk that holds the data directory. */
  public record DiskHealth(String path, long freeBytes, long totalBytes) {
    private static final int FULL_PERCENT = 90;

    public int usedPercent() {
      return totalBytes == 0 ? 0 : (int) ((totalBytes - freeBytes) * 100 / totalBytes);
    }

    public boolean isWell() {
      return usedPercent() < FULL_PERCENT;
    }
  }

  /** The server's heap. */
  public record MemoryHealth(long usedBytes, long mostBytes) {
    private static final int FULL_PERCENT = 95;

    public int usedPercent() {
      return mostBytes <= 0 ? 0 : (int) (usedBytes * 100 / mostBytes);
    }

    public boolean isWell() {
      return usedPercent() < FULL_PERCENT;
    }
  }
}
