package com.asta.charging.service;

import com.asta.charging.rules.CdrLine;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.CounterUse;
import com.asta.charging.rules.Rater;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.UsageEvent;
import com.asta.charging.service.UsageStore.CounterKey;
import com.asta.charging.service.UsageStore.EventKey;
import com.asta.charging.service.UsageStore.Row;
import com.asta.common.OperatorZone;
import com.asta.products.service.Subscriber;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Rates one chunk of usage in the caller's transaction: finds the subscribers, drops duplicates by
 * the key that the database holds, prices in memory, stores events, totals and counters in bulk.
 * Events use an allowance up in the order in which they come.
 */
@ApplicationScoped
public class UsageIntake {
  private static final Duration OLDEST = Duration.ofDays(400);
  private static final Duration AHEAD = Duration.ofDays(1);

  /** A line that is not rated, with the reason. */
  record Rejected(UsageLine line, String reason, String detail) {}

  /** What became of a chunk. */
  record Outcome(IntakeCounts counts, List<Rejected> rejected) {}

  private record Candidate(
      UsageLine line,
      CdrLine.Usage usage,
      Subscriber subscriber,
      CompiledTariff tariff,
      UsageEvent event,
      EventKey key) {
    CounterKey counterKey(CounterId id) {
      return CounterKey.of(subscriber.accountId(), subscriber.subscriptionId(), id);
    }

    List<CounterKey> counterKeys() {
      return tariff.counterIds(event).stream().map(this::counterKey).toList();
    }
  }

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private SubscriptionService subscriptions;
  @Inject private TariffSnapshots tariffs;
  @Inject private Clock clock;

  /**
   * Rates lines.
   *
   * @param source kind of the file; with the event key it names an event
   */
  Outcome rate(String source, long fileId, List<UsageLine> lines) {
    List<Rejected> rejected = new ArrayList<>();
    long notChargeable = 0;
    List<UsageLine> usable = new ArrayList<>(lines.size());
    for (UsageLine line : lines) {
      if (line.content() instanceof CdrLine.Faulty faulty) {
        rejected.add(new Rejected(line, faulty.fault().name(), faulty.detail()));
      } else if (line.content() instanceof CdrLine.NotChargeable) {
        notChargeable++;
      } else {
        usable.add(line);
      }
    }
    List<Candidate> candidates = candidates(source, usable, rejected);
    List<Row> rows = new ArrayList<>(candidates.size());
    long duplicates = candidates.isEmpty() ? 0 : store(fileId, candidates, rows, rejected);
    IntakeCounts counts = new IntakeCounts(rows.size(), duplicates, rejected.size(), notChargeable);
    return new Outcome(counts, rejected);
  }

  private List<Candidate> candidates(
      String source, List<UsageLine> lines, List<Rejected> rejected) {
    Instant now = clock.instant();
    List<UsageLine> inTime = new ArrayList<>(lines.size());
    Set<String> numbers = new HashSet<>();
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (UsageLine line : lines) {
      CdrLine.Usage usage = (CdrLine.Usage) line.content();
      if (usage.at().isBefore(now.minus(OLDEST)) || usage.at().isAfter(now.plus(AHEAD))) {
        rejected.add(reject(line, UsageRejection.TIME_OUT_OF_RANGE, usage.at().toString()));
        continue;
      }
      inTime.add(line);
      numbers.add("+" + usage.subscriber());
      LocalDate day = OperatorZone.dayOf(usage.at());
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
    }
    if (inTime.isEmpty()) {
      return List.of();
    }
    Map<String, List<Subscriber>> holders =
        subscriptions.byServiceIds(numbers, first, last.plusDays(1));
    TariffSnapshot snapshot = tariffs.current();
    List<Candidate> candidates = new ArrayList<>(inTime.size());
    for (UsageLine line : inTime) {
      candidate(source, line, holders, snapshot, rejected).ifPresent(candidates::add);
    }
    return candidates;
  }

  private static Optional<Candidate> candidate(
      String source,
      UsageLine line,
      Map<String, List<Subscriber>> holders,
      TariffSnapshot snapshot,
      List<Rejected> rejected) {
    CdrLine.Usage usage = (CdrLine.Usage) line.content();
    LocalDate day = OperatorZone.dayOf(usage.at());
    Subscriber holder =
        holders.getOrDefault("+" + usage.subscriber(), List.of()).stream()
            .filter(s -> !day.isBefore(s.from()) && (s.to() == null || day.isBefore(s.to())))
            .findFirst()
            .orElse(null);
    if (holder == null) {
      rejected.add(reject(line, UsageRejection.UNKNOWN_SUBSCRIBER, "+" + usage.subscriber()));
      return Optional.empty();
    }
    if (holder.prepaid()) {
      rejected.add(reject(line, UsageRejection.PREPAID_SUBSCRIBER, holder.serviceId()));
      return Optional.empty();
    }
    Optional<CompiledTariff> tariff =
        holder.tariffCode() == null ? Optional.empty() : snapshot.on(holder.tariffCode(), day);
    if (tariff.isEmpty()) {
      String detail = (holder.tariffCode() == null ? "-" : holder.tariffCode()) + " " + day;
      rejected.add(reject(line, UsageRejection.NO_TARIFF, detail));
      return Optional.empty();
    }
    EventKey key = new EventKey(holder.accountId(), usage.at(), source, usage.eventKey());
    UsageEvent event =
        new UsageEvent(
            usage.service(), usage.at(), usage.destination(), usage.units(), holder.from());
    return Optional.of(new Candidate(line, usage, holder, tariff.get(), event, key));
  }

  private long store(
      long fileId, List<Candidate> candidates, List<Row> rows, List<Rejected> rejected) {
    try (Connection connection = database.getConnection()) {
      UsageStore.ensurePartitions(
          connection, candidates.stream().map(c -> c.usage().at()).toList());
      Set<CounterKey> wanted = new HashSet<>();
      candidates.forEach(candidate -> wanted.addAll(candidate.counterKeys()));
      Map<CounterKey, Long> counters = UsageStore.lockCounters(connection, wanted);
      Set<EventKey> known =
          UsageStore.known(connection, candidates.stream().map(Candidate::key).toList());
      Map<CounterKey, Long> changed = new HashMap<>();
      long duplicates = 0;
      for (Candidate candidate : candidates) {
        if (known.add(candidate.key())) {
          price(fileId, candidate, counters, changed, rows, rejected);
        } else {
          duplicates++;
        }
      }
      UsageStore.insert(connection, rows);
      UsageStore.storeCounters(connection, changed);
      return duplicates;
    } catch (SQLException e) {
      throw new IllegalStateException("Usage of file " + fileId + " could not be stored", e);
    }
  }

  private static void price(
      long fileId,
      Candidate candidate,
      Map<CounterKey, Long> counters,
      Map<CounterKey, Long> changed,
      List<Row> rows,
      List<Rejected> rejected) {
    CdrLine.Usage usage = candidate.usage();
    Rating rating =
        Rater.rate(
            candidate.tariff(),
            candidate.event(),
            counter -> counters.getOrDefault(candidate.counterKey(counter), 0L));
    if (rating instanceof Rating.Unrated unrated) {
      UsageRejection reason = UsageRejection.valueOf(unrated.reason().name());
      rejected.add(reject(candidate.line(), reason, unrated.detail()));
      return;
    }
    Rating.Rated rated = (Rating.Rated) rating;
    for (CounterUse use : rated.counters()) {
      CounterKey key = candidate.counterKey(use.id());
      changed.put(key, counters.merge(key, use.units(), Long::sum));
    }
    rows.add(
        new Row(
            candidate.key(),
            candidate.subscriber().subscriptionId(),
            usage.subscriber(),
            usage.service(),
            usage.destination(),
            usage.units(),
            rated.rate().code(),
            rated.amount(),
            candidate.tariff().currency(),
            candidate.tariff().versionId(),
            rated.explanation().encode(),
            fileId,
            candidate.line().number()));
  }

  private static Rejected reject(UsageLine line, UsageRejection reason, String detail) {
    return new Rejected(line, reason.name(), detail);
  }
}
