package com.asta.charging.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/**
 * Money or units beside the main balance (TMF654 bucket), with a validity, a place in the order of
 * use and filters.
 *
 * @param ownerId account that it belongs to: the user's own, or the shared one of its group
 * @param unit unit of the units it holds; null for money
 * @param amount what belongs to the owner; never negative
 * @param reserved part of it that running sessions hold
 * @param validTo first moment after its life; null for ever
 * @param priority lower ones are used first
 * @param service what it may be used for; null for anything
 * @param zones codes of the zones it may be used for; empty for all
 * @param bands codes of the bands of hours it may be used in; empty for all
 */
public record Bucket(
    long id,
    long ownerId,
    String unit,
    BigDecimal amount,
    BigDecimal reserved,
    Instant validFrom,
    Instant validTo,
    int priority,
    ServiceKind service,
    Set<String> zones,
    Set<String> bands) {
  /** Priority, then expiry, then age. */
  private static final Comparator<Bucket> ORDER =
      Comparator.comparingInt(Bucket::priority)
          .thenComparing(Bucket::validTo, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparingLong(Bucket::id);

  public Bucket {
    if (reserved.signum() < 0 || amount.compareTo(reserved) < 0) {
      throw new IllegalArgumentException("Bucket of " + amount + " with reserved " + reserved);
    }
    zones = Set.copyOf(zones);
    bands = Set.copyOf(bands);
  }

  /** The order in which an account uses them: its own before those of its group. */
  public static Comparator<Bucket> orderOf(long accountId) {
    return Comparator.<Bucket>comparingInt(bucket -> bucket.ownerId == accountId ? 0 : 1)
        .thenComparing(ORDER);
  }

  /** Whether it holds units rather than money. */
  public boolean counts() {
    return unit != null;
  }

  /** What a new request may use. */
  public BigDecimal available() {
    return amount.subtract(reserved);
  }

  /** Whether it pays for a use at a moment, if anything is left in it. */
  public boolean pays(Use use, Instant at) {
    return validAt(at)
        && (service == null || service == use.service())
        && (unit == null || unit.equals(use.service().unit()))
        && (zones.isEmpty() || zones.contains(use.zone()))
        && (bands.isEmpty() || bands.contains(use.band()));
  }

  boolean validAt(Instant at) {
    return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
  }

  Bucket with(BigDecimal newAmount, BigDecimal newReserved) {
    return new Bucket(
        id,
        ownerId,
        unit,
        newAmount,
        newReserved,
        validFrom,
        validTo,
        priority,
        service,
        zones,
        bands);
  }
}
