package com.asta.charging.service;

import com.asta.charging.event.FairUseReached;
import com.asta.charging.rules.CdrLine;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.CounterUse;
import com.asta.charging.rules.Counters;
import com.asta.charging.rules.Crossing;
import com.asta.charging.rules.Rater;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.UsageEvent;
import com.asta.charging.service.UsageStore.CounterKey;
import com.asta.charging.service.UsageStore.EventKey;
import com.asta.charging.service.UsageStore.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A line whose subscriber and tariff are known, on its way to its price. */
final class UsageCandidate {
  private static final Logger LOG = Logger.getLogger(UsageCandidate.class.getName());

  /** The columns of amounts hold 12 digits before the point. */
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private final long fileId;
  private final UsageLine line;
  private final CdrLine.Usage usage;
  private final UsageHolder holder;
  private final CompiledTariff tariff;
  private final UsageEvent event;
  private final EventKey key;
  private final List<CounterKey> counters;
  private Row row;
  private List<CounterUse> uses = List.of();
  private List<Crossing> crossed = List.of();

  UsageCandidate(
      UsageFileRow file,
      UsageLine line,
      CdrLine.Usage usage,
      UsageHolder holder,
      CompiledTariff tariff) {
    this.fileId = file.fileId();
    this.line = line;
    this.usage = usage;
    this.holder = holder;
    this.tariff = tariff;
    event =
        new UsageEvent(
            usage.service(), usage.at(), usage.destination(), usage.units(), holder.from());
    key = new EventKey(holder.accountId(), usage.at(), file.kind(), usage.eventKey());
    List<CounterId> ids = tariff.counterIds(event);
    counters = ids.isEmpty() ? List.of() : ids.stream().map(this::counterKey).toList();
  }

  EventKey key() {
    return key;
  }

  UsageLine line() {
    return line;
  }

  /** Counters on which its price depends; empty for most. */
  List<CounterKey> counters() {
    return counters;
  }

  CounterKey counterKey(CounterId id) {
    return CounterKey.of(holder.accountId(), holder.subscriptionId(), id);
  }

  /** Prices it; null when it has a price now, else why it has none. */
  Rejected rate(Counters used) {
    crossed = List.of();
    try {
      Rating rating = Rater.rate(tariff, event, used);
      if (rating instanceof Rating.Unrated unrated) {
        return new Rejected(line, unrated.reason().name(), unrated.detail());
      }
      Rating.Rated rated = (Rating.Rated) rating;
      if (rated.amount().compareTo(MOST) >= 0) {
        return reject(UsageRejection.PRICE_TOO_HIGH, rated.amount().toPlainString());
      }
      uses = rated.counters();
      crossed = rated.crossed();
      row = row(rated);
      return null;
    } catch (RuntimeException e) {
      // one strange event must not stop the file
      LOG.log(Level.WARNING, "Line " + line.number() + " has no price", e);
      return reject(UsageRejection.NOT_RATABLE, String.valueOf(e.getMessage()));
    }
  }

  /** The priced event as it is stored. */
  Row row() {
    return row;
  }

  /** What it adds to counters. */
  List<CounterUse> uses() {
    return uses;
  }

  /** Thresholds of fair use that it passed. */
  List<FairUseReached> reached(Instant now) {
    return crossed.stream()
        .map(
            each ->
                new FairUseReached(
                    holder.accountId(),
                    holder.subscriptionId(),
                    each.counter().code(),
                    each.counter().periodStart(),
                    each.threshold(),
                    now))
        .toList();
  }

  private Row row(Rating.Rated rated) {
    return new Row(
        key,
        holder.subscriptionId(),
        usage.subscriber(),
        usage.service(),
        usage.destination(),
        usage.units(),
        rated.rate().code(),
        rated.amount(),
        tariff.currency(),
        tariff.versionId(),
        rated.explanation().encode(),
        fileId,
        line.number());
  }

  private Rejected reject(UsageRejection reason, String detail) {
    return new Rejected(line, reason.name(), detail);
  }

  /** A line that is not rated, with the reason. */
  record Rejected(UsageLine line, String reason, String detail) {}
}
