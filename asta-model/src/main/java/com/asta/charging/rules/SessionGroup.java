package com.asta.charging.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one rating group of a running session has used, paid and holds.
 *
 * @param since when its use began; it is priced as of then, by the version in force then
 * @param used units reported so far
 * @param paidUnits part of them that buckets of units paid for
 * @param charged money charged for them, from any source
 * @param quota units granted beyond what was reported
 * @param counters what its use and its quota count, already added to the subscription's counters
 * @param held what its quota holds of the purse
 * @param told thresholds of fair use that were told already
 */
public record SessionGroup(
    String name,
    ServiceKind service,
    String destination,
    long versionId,
    Instant since,
    long used,
    long paidUnits,
    BigDecimal charged,
    long quota,
    List<CounterUse> counters,
    List<Draw> held,
    List<Crossing> told) {
  public SessionGroup {
    counters = counters == null ? List.of() : List.copyOf(counters);
    held = held == null ? List.of() : List.copyOf(held);
    told = told == null ? List.of() : List.copyOf(told);
  }

  /** A group before its first quota. */
  public static SessionGroup open(
      String name, ServiceKind service, String destination, long versionId, Instant since) {
    return new SessionGroup(
        name,
        service,
        destination,
        versionId,
        since,
        0,
        0,
        BigDecimal.ZERO,
        0,
        List.of(),
        List.of(),
        List.of());
  }
}
