package com.asta.common;

/**
 * How often something may happen: a token bucket, of which one number is kept, the moment at which
 * the bucket will be full again (the generic cell rate algorithm, ITU-T I.371).
 *
 * @param burst how many may come at once
 * @param perSecond how many may come every second in the long run, at most 1,000,000
 */
public record RateLimit(int burst, int perSecond) {
  private static final long SECOND_NANOS = 1_000_000_000L;

  public RateLimit {
    if (burst < 1 || perSecond < 1 || perSecond > 1_000_000) {
      throw new IllegalArgumentException("No rate: " + burst + " at once, " + perSecond + "/s");
    }
  }

  /**
   * What became of one try.
   *
   * @param fullAtNanos to be kept for the next try
   * @param waitNanos 0 if it may happen, else when it is worth another try
   */
  public record Answer(long fullAtNanos, long waitNanos) {
    public boolean isGranted() {
      return waitNanos == 0;
    }

    /** Whole seconds to wait, at least one; for {@code Retry-After}. */
    public long waitSeconds() {
      return Math.max(1, (waitNanos + SECOND_NANOS - 1) / SECOND_NANOS);
    }
  }

  /**
   * Takes one from the bucket if it is not empty; what is refused takes nothing.
   *
   * @param fullAtNanos what the last try answered; any moment before now for a full bucket
   */
  public Answer take(long fullAtNanos, long nowNanos) {
    long interval = SECOND_NANOS / perSecond;
    long next = Math.max(fullAtNanos, nowNanos) + interval;
    long wait = next - nowNanos - burst * interval;
    return wait > 0 ? new Answer(fullAtNanos, wait) : new Answer(next, 0);
  }
}
