package com.asta.charging.service;

import com.asta.charging.event.FairUseReached;
import com.asta.charging.rules.Bucket;
import com.asta.charging.rules.Counters;
import com.asta.charging.rules.Crossing;
import com.asta.charging.rules.Draw;
import com.asta.charging.rules.Purse;
import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.service.ChargingBooks.Entry;
import com.asta.charging.service.ChargingBooks.Key;
import com.asta.charging.service.UsageStore.EventKey;
import java.math.BigDecimal;
import java.util.List;

/** Books what a use took: an entry for each source, and what went on credit for the bill. */
final class DrawBooking {
  /** Source of what goes from here to the bill. */
  static final String SOURCE = "online";

  private final LockedBatch batch;
  private final Holding holding;
  private final Key key;
  private int part;

  DrawBooking(LockedBatch batch, Holding holding, Key key) {
    this.batch = batch;
    this.holding = holding;
    this.key = key;
  }

  /**
   * Makes the purse after a use the account's own.
   *
   * @param units of the use; they stand in its first entry
   */
  void book(Purse after, List<Draw> draws, UsePricing use, Rated rated, long units) {
    Purse before = batch.purse(holding);
    batch.take(holding, after);
    long told = units;
    for (Draw draw : draws) {
      batch.changes().entry(entry(after, draw, use, rated, told));
      told = 0;
    }
    BigDecimal onCredit = after.creditUsedSince(before);
    if (holding.account().billed() && onCredit.signum() > 0) {
      batch.changes().usage(billed(onCredit, use, rated, units));
    }
  }

  private Entry entry(Purse after, Draw draw, UsePricing use, Rated rated, long units) {
    LaneAccount account = holding.account();
    Bucket bucket = draw.bucketId() == null ? null : batch.bucket(draw.bucketId());
    boolean shared = bucket != null && bucket.ownerId() != account.id();
    return new Entry(
        bucket == null ? account.id() : bucket.ownerId(),
        draw.bucketId(),
        bucket == null ? null : bucket.unit(),
        "DEBIT",
        draw.amount().negate(),
        bucket == null ? after.main().amount() : bucket.amount(),
        key,
        part++,
        use.service(),
        use.destination(),
        units,
        use.tariff().versionId(),
        rated.explanation().encode(),
        null,
        null,
        null,
        shared ? account.id() : null);
  }

  /**
   * Takes off the bill what is not owed any more.
   *
   * @param onCredit negative
   * @param use the one that was given back
   */
  void unbill(BigDecimal onCredit, UsePricing use) {
    if (!(use.price(1, 0, Counters.NONE) instanceof Rated rated)) {
      throw new IllegalStateException("What was charged has no price: " + use);
    }
    batch.changes().usage(billed(onCredit, use, rated, 0));
  }

  /** What the customer owes now, as usage that the bill counts. */
  private UsageStore.Row billed(BigDecimal onCredit, UsePricing use, Rated rated, long units) {
    LaneAccount account = holding.account();
    return new UsageStore.Row(
        new EventKey(
            account.accountId(),
            use.at(),
            SOURCE,
            key.sessionId() + ":" + key.requestNumber() + ":" + part),
        account.subscriptionId(),
        account.serviceId(),
        use.service(),
        use.destination(),
        units,
        rated.rate().code(),
        onCredit,
        account.currency(),
        use.tariff().versionId(),
        rated.explanation().encode(),
        0,
        0);
  }

  /** Tells thresholds of fair use that were reached. */
  void tell(List<Crossing> crossed) {
    LaneAccount account = holding.account();
    for (Crossing each : crossed) {
      batch
          .changes()
          .event(
              new FairUseReached(
                  account.accountId(),
                  account.subscriptionId(),
                  each.counter().code(),
                  each.counter().periodStart(),
                  each.threshold(),
                  batch.now()));
    }
  }
}
