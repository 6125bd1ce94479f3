package com.asta.charging.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that an account can pay with: buckets in their order of use, then the main balance, then
 * credit.
 *
 * @param credit how far below zero the main balance may go; not negative
 * @param buckets own ones and those of the group, in the order of use
 */
public record Purse(Balance main, BigDecimal credit, List<Bucket> buckets) {
  /** A purse after a payment, and where it came from. */
  public record Payment(Purse after, List<Draw> draws) {}

  public Purse {
    if (credit.signum() < 0) {
      throw new IllegalArgumentException("Credit must not be negative, was: " + credit);
    }
    buckets = List.copyOf(buckets);
  }

  /** Money on the main balance and credit; sessions' reservations are not part of it. */
  public BigDecimal available() {
    BigDecimal available = main.available();
    return credit.signum() == 0 ? available : available.add(credit);
  }

  /** Money for any use: {@link #available()} and the buckets of money without filters. */
  public BigDecimal spendable(Instant at) {
    BigDecimal sum = available();
    for (Bucket bucket : buckets) {
      boolean open =
          bucket.service() == null && bucket.zones().isEmpty() && bucket.bands().isEmpty();
      if (open && !bucket.counts() && bucket.validAt(at)) {
        sum = sum.add(bucket.available());
      }
    }
    return sum;
  }

  /** Money for one use. */
  public BigDecimal spendable(Use use, Instant at) {
    BigDecimal sum = available();
    for (Bucket bucket : buckets) {
      if (!bucket.counts() && bucket.pays(use, at)) {
        sum = sum.add(bucket.available());
      }
    }
    return sum;
  }

  /** Whole units that buckets can pay for a use. */
  public long units(Use use, Instant at) {
    long sum = 0;
    for (Bucket bucket : buckets) {
      if (bucket.counts() && bucket.pays(use, at)) {
        sum += bucket.available().setScale(0, RoundingMode.FLOOR).longValueExact();
      }
    }
    return sum;
  }

  /** Takes money for a use; what no source can pay makes the main balance negative. */
  public Payment take(BigDecimal money, Use use, Instant at) {
    return draw(money, false, use, at, false);
  }

  /** Holds money for a session's use. */
  public Payment hold(BigDecimal money, Use use, Instant at) {
    return draw(money, false, use, at, true);
  }

  /** Takes units; not more than {@link #units(Use, Instant)}. */
  public Payment takeUnits(long units, Use use, Instant at) {
    return draw(BigDecimal.valueOf(units), true, use, at, false);
  }

  /** Holds units for a session's use; not more than {@link #units(Use, Instant)}. */
  public Payment holdUnits(long units, Use use, Instant at) {
    return draw(BigDecimal.valueOf(units), true, use, at, true);
  }

  private Payment draw(BigDecimal wanted, boolean units, Use use, Instant at, boolean hold) {
    BigDecimal rest = wanted;
    List<Draw> draws = new ArrayList<>(2);
    List<Bucket> after = buckets;
    for (int i = 0; i < buckets.size() && rest.signum() > 0; i++) {
      Bucket bucket = buckets.get(i);
      if (bucket.counts() == units && bucket.pays(use, at)) {
        BigDecimal left = bucket.available();
        BigDecimal part = rest.min(units ? left.setScale(0, RoundingMode.FLOOR) : left);
        if (part.signum() > 0) {
          after = after == buckets ? new ArrayList<>(buckets) : after;
          after.set(i, hold ? held(bucket, part) : taken(bucket, part));
          draws.add(new Draw(bucket.id(), part));
          rest = rest.subtract(part);
        }
      }
    }
    if (units && rest.signum() > 0) {
      throw new IllegalArgumentException("Buckets lack " + rest + " of " + wanted + " units");
    }
    Balance balance = main;
    if (rest.signum() > 0) {
      draws.add(new Draw(null, rest));
      balance =
          hold
              ? new Balance(main.amount(), main.reserved().add(rest))
              : new Balance(main.amount().subtract(rest), main.reserved());
    }
    return new Payment(new Purse(balance, credit, after), draws);
  }

  /** Lets go of what a session held; a bucket that is gone meanwhile is passed over. */
  public Purse release(List<Draw> held) {
    if (held.isEmpty()) {
      return this;
    }
    Balance balance = main;
    List<Bucket> after = new ArrayList<>(buckets);
    for (Draw draw : held) {
      if (draw.bucketId() == null) {
        balance = new Balance(balance.amount(), balance.reserved().subtract(draw.amount()));
      } else {
        after.replaceAll(
            bucket ->
                bucket.id() == draw.bucketId()
                    ? bucket.with(bucket.amount(), bucket.reserved().subtract(draw.amount()))
                    : bucket);
      }
    }
    return new Purse(balance, credit, after);
  }

  /** Gives back what was taken, to where it came from; a bucket that is gone is passed over. */
  public Purse refund(List<Draw> taken) {
    Balance balance = main;
    List<Bucket> after = new ArrayList<>(buckets);
    for (Draw draw : taken) {
      if (draw.bucketId() == null) {
        balance = new Balance(balance.amount().add(draw.amount()), balance.reserved());
      } else {
        after.replaceAll(
            bucket ->
                bucket.id() == draw.bucketId()
                    ? bucket.with(bucket.amount().add(draw.amount()), bucket.reserved())
                    : bucket);
      }
    }
    return new Purse(balance, credit, after);
  }

  /** How much deeper in credit the main balance is than it was before. */
  public BigDecimal creditUsedSince(Purse before) {
    return debt(main).subtract(debt(before.main));
  }

  private static BigDecimal debt(Balance balance) {
    return balance.amount().signum() < 0 ? balance.amount().negate() : BigDecimal.ZERO;
  }

  private static Bucket held(Bucket bucket, BigDecimal part) {
    return bucket.with(bucket.amount(), bucket.reserved().add(part));
  }

  private static Bucket taken(Bucket bucket, BigDecimal part) {
    return bucket.with(bucket.amount().subtract(part), bucket.reserved());
  }
}
