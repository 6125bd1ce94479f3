package com.asta.charging.service;

import com.asta.charging.event.FairUseReached;
import com.asta.charging.rules.CdrLine;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterUse;
import com.asta.charging.rules.Counters;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.UsageCandidate.Rejected;
import com.asta.charging.service.UsageStore.CounterKey;
import com.asta.charging.service.UsageStore.EventKey;
import com.asta.charging.service.UsageStore.Row;
import com.asta.common.OperatorZone;
import com.asta.common.service.Outbox;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Rates chunks of usage in two stages, so that one chunk is prepared while the last is stored.
 * Preparing reads only: it finds the subscribers, leaves out what is stored already and prices what
 * depends on no counter. Storing prices the rest in the order of the lines and writes all in the
 * caller's transaction. Events use an allowance up in the order in which they come.
 */
@ApplicationScoped
public class UsageIntake {
  private static final Duration OLDEST = Duration.ofDays(400);
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final long LONGEST_CALL_SECONDS = 31_536_000;
  private static final int ATTEMPTS = 5;

  /** Where the sums of stored rows go. */
  interface Sums {
    void add(Connection connection, List<Row> rows) throws SQLException;
  }

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private SubscriptionService subscriptions;
  @Inject private TariffSnapshots tariffs;
  @Inject private Outbox outbox;
  @Inject private UsageCutOff cutOff;
  @Inject private Clock clock;

  /** Prepares lines, of which there must be one at least. */
  UsagePrepared prepare(UsageRun run, List<UsageLine> lines) {
    UsagePrepared prepared = new UsagePrepared(run.file(), lines);
    List<UsageLine> usable = usable(prepared, lines);
    if (!usable.isEmpty()) {
      run.learn(usable, this::holders);
      TariffSnapshot snapshot = tariffs.current();
      List<UsageCandidate> candidates = new ArrayList<>(usable.size());
      for (UsageLine line : usable) {
        candidate(run, prepared, line, snapshot).ifPresent(candidates::add);
      }
      leaveOut(run, prepared, candidates);
      prepared.candidates().removeIf(each -> each.counters().isEmpty() && !isRated(prepared, each));
    }
    return prepared;
  }

  /**
   * Stores a prepared chunk; events that another import stored in the meantime count as duplicates.
   */
  IntakeCounts store(UsagePrepared prepared, Sums sums) {
    if (prepared.candidates().isEmpty()) {
      return prepared.counts(0);
    }
    try (Connection connection = database.getConnection()) {
      Set<CounterKey> wanted = new HashSet<>();
      prepared.candidates().forEach(candidate -> wanted.addAll(candidate.counters()));
      Map<CounterKey, Long> counters = UsageStore.lockCounters(connection, wanted);
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        Map<CounterKey, Long> changed = new HashMap<>();
        List<Rejected> unrated = new ArrayList<>();
        List<Row> rows = rows(prepared, new HashMap<>(counters), changed, unrated);
        if (UsageStore.copy(connection, rows)) {
          sums.add(connection, rows);
          UsageStore.storeCounters(connection, changed);
          reached(connection, prepared.file().kind(), rows);
          outbox.publishAll(fairUses(prepared));
          prepared.rejected().addAll(unrated);
          return prepared.counts(rows.size());
        }
        leaveOut(connection, prepared, prepared.candidates(), Instant.MAX);
      }
      throw new IllegalStateException(
          "Usage of file " + prepared.file().fileId() + " collides with what is not stored");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Usage of file " + prepared.file().fileId() + " could not be stored", e);
    }
  }

  private List<UsageLine> usable(UsagePrepared prepared, List<UsageLine> lines) {
    Instant now = clock.instant();
    Instant oldest = now.minus(OLDEST);
    Instant latest = now.plus(AHEAD);
    Instant billed = cutOff.earliest().atStartOfDay(OperatorZone.ID).toInstant();
    List<UsageLine> usable = new ArrayList<>(lines.size());
    for (UsageLine line : lines) {
      if (line.content() instanceof CdrLine.Faulty faulty) {
        prepared.reject(line, faulty.fault().name(), faulty.detail());
      } else if (line.content() instanceof CdrLine.Usage usage) {
        if (usage.at().isBefore(oldest) || usage.at().isAfter(latest)) {
          reject(prepared, line, UsageRejection.TIME_OUT_OF_RANGE, usage.at());
        } else if (usage.at().isBefore(billed)) {
          reject(prepared, line, UsageRejection.TOO_LATE, usage.at());
        } else if (usage.service() == ServiceKind.VOICE && usage.units() > LONGEST_CALL_SECONDS) {
          reject(prepared, line, UsageRejection.UNITS_OUT_OF_RANGE, usage.units());
        } else {
          usable.add(line);
        }
      } else {
        prepared.notChargeable();
      }
    }
    return usable;
  }

  private Map<String, List<Subscriber>> holders(Collection<String> numbers) {
    LocalDate today = LocalDate.now(clock.withZone(OperatorZone.ID));
    return subscriptions.byServiceIds(
        numbers, today.minusDays(OLDEST.toDays() + 1), today.plusDays(AHEAD.toDays() + 2));
  }

  private static Optional<UsageCandidate> candidate(
      UsageRun run, UsagePrepared prepared, UsageLine line, TariffSnapshot snapshot) {
    CdrLine.Usage usage = (CdrLine.Usage) line.content();
    LocalDate day = OperatorZone.dayOf(usage.at());
    UsageHolder holder = run.holder(usage.subscriber(), day);
    if (holder == null) {
      reject(
          prepared,
          line,
          UsageRejection.UNKNOWN_SUBSCRIBER,
          UsageRun.serviceId(usage.subscriber()));
      return Optional.empty();
    }
    if (holder.prepaid()) {
      reject(
          prepared,
          line,
          UsageRejection.PREPAID_SUBSCRIBER,
          UsageRun.serviceId(usage.subscriber()));
      return Optional.empty();
    }
    Optional<CompiledTariff> tariff =
        holder.tariffCode() == null ? Optional.empty() : snapshot.on(holder.tariffCode(), day);
    if (tariff.isEmpty()) {
      String detail = (holder.tariffCode() == null ? "-" : holder.tariffCode()) + " " + day;
      reject(prepared, line, UsageRejection.NO_TARIFF, detail);
      return Optional.empty();
    }
    return Optional.of(new UsageCandidate(prepared.file(), line, usage, holder, tariff.get()));
  }

  /** Leaves out what came before: in this chunk, in one under way, or in the database. */
  private void leaveOut(UsageRun run, UsagePrepared prepared, List<UsageCandidate> candidates) {
    Set<EventKey> keys = new HashSet<>(candidates.size() * 2);
    List<UsageCandidate> first = new ArrayList<>(candidates.size());
    for (UsageCandidate candidate : candidates) {
      if (!run.isUnderWay(candidate.key()) && keys.add(candidate.key())) {
        first.add(candidate);
      } else {
        prepared.duplicates(1);
      }
    }
    run.underWay(keys);
    try (Connection connection = database.getConnection()) {
      UsageStore.ensurePartitions(connection, keys.stream().map(EventKey::at).toList());
      leaveOut(connection, prepared, first, UsageStore.latest(connection, prepared.file().kind()));
    } catch (SQLException e) {
      throw new IllegalStateException("Usage could not be compared with what is stored", e);
    }
  }

  private static void reached(Connection connection, String source, List<Row> rows) {
    Instant latest = Instant.MIN;
    for (Row row : rows) {
      latest = row.key().at().isAfter(latest) ? row.key().at() : latest;
    }
    if (!rows.isEmpty()) {
      UsageStore.reached(connection, source, latest);
    }
  }

  /** Looks up what is not later than all that is stored. */
  private static void leaveOut(
      Connection connection,
      UsagePrepared prepared,
      List<UsageCandidate> candidates,
      Instant latest) {
    List<EventKey> doubtful = new ArrayList<>();
    for (UsageCandidate candidate : candidates) {
      if (!candidate.key().at().isAfter(latest)) {
        doubtful.add(candidate.key());
      }
    }
    Set<EventKey> known = UsageStore.known(connection, prepared.file().kind(), doubtful);
    List<UsageCandidate> left =
        known.isEmpty()
            ? candidates
            : candidates.stream().filter(each -> !known.contains(each.key())).toList();
    prepared.duplicates(candidates.size() - left.size());
    prepared.keep(left);
  }

  private static boolean isRated(UsagePrepared prepared, UsageCandidate candidate) {
    Rejected refused = candidate.rate(Counters.NONE);
    if (refused != null) {
      prepared.rejected().add(refused);
    }
    return refused == null;
  }

  /** Prices in the order of the lines what depends on counters. */
  private static List<Row> rows(
      UsagePrepared prepared,
      Map<CounterKey, Long> counters,
      Map<CounterKey, Long> changed,
      List<Rejected> unrated) {
    List<Row> rows = new ArrayList<>(prepared.candidates().size());
    for (UsageCandidate candidate : prepared.candidates()) {
      if (!candidate.counters().isEmpty()) {
        Rejected refused =
            candidate.rate(id -> counters.getOrDefault(candidate.counterKey(id), 0L));
        if (refused != null) {
          unrated.add(refused);
          continue;
        }
        for (CounterUse use : candidate.uses()) {
          CounterKey key = candidate.counterKey(use.id());
          changed.put(key, counters.merge(key, use.units(), Long::sum));
        }
      }
      rows.add(candidate.row());
    }
    return rows;
  }

  /** The thresholds that were passed, each once: a counter passes it by one event only. */
  private List<FairUseReached> fairUses(UsagePrepared prepared) {
    Instant now = clock.instant();
    return prepared.candidates().stream()
        .flatMap(candidate -> candidate.reached(now).stream())
        .toList();
  }

  private static void reject(
      UsagePrepared prepared, UsageLine line, UsageRejection reason, Object detail) {
    prepared.reject(line, reason.name(), String.valueOf(detail));
  }
}
