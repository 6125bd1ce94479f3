package com.asta.charging.service;

import com.asta.charging.rules.Bucket;
import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.CounterUse;
import com.asta.charging.rules.Counters;
import com.asta.charging.rules.Purse;
import com.asta.charging.rules.SessionGroup;
import com.asta.charging.service.AnswerBooks.Given;
import com.asta.charging.service.ChargingBooks.Key;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.CountedUses.CountedUse;
import com.asta.charging.service.SessionBooks.Session;
import com.asta.charging.service.UsageStore.CounterKey;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the careful part of a batch decides on: locked accounts with their buckets, sessions and
 * counters, and the answers that were given before.
 */
final class LockedBatch {
  private final Connection connection;
  private final TariffSnapshot tariffs;
  private final Instant now;
  private final LocalDate today;
  private final BatchChanges changes;
  private final Map<String, Holding> byNumber = new HashMap<>();
  private final Map<Long, Holding> byId = new LinkedHashMap<>();
  private final Map<Long, Bucket> buckets = new HashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<CounterKey, Long> counters = new HashMap<>();
  private final Map<Key, Map<CounterKey, Long>> counted = new HashMap<>();
  private Map<Key, Given> given = new HashMap<>();

  LockedBatch(
      Connection connection,
      TariffSnapshot tariffs,
      Instant now,
      LocalDate today,
      BatchChanges changes) {
    this.connection = connection;
    this.tariffs = tariffs;
    this.now = now;
    this.today = today;
    this.changes = changes;
  }

  /**
   * Locks and loads what the tickets need.
   *
   * @param everything whether any request may have been answered before
   */
  void load(Collection<Ticket> tickets, boolean everything) {
    Set<String> numbers = new HashSet<>();
    Set<String> sessionIds = new HashSet<>();
    List<Key> refunded = new ArrayList<>();
    for (Ticket ticket : tickets) {
      numbers.add(ticket.number());
      if (ticket.request().type() == Type.REFUND) {
        refunded.add(refunded(ticket.request()));
      }
      if (ticket.request().type().ofSession()) {
        sessionIds.add(ticket.key().sessionId());
      }
    }
    hold(ChargingBooks.lock(connection, numbers));
    loadBuckets(!refunded.isEmpty());
    CountedUses.of(connection, refunded).forEach(this::remember);
    SessionBooks.byIds(connection, sessionIds).forEach(each -> sessions.put(each.id(), each));
    loadExpired();
    given = AnswerBooks.given(connection, maybeAnswered(tickets, everything));
    loadCounters(tickets);
  }

  /** Locks and loads accounts whose sessions passed their expiry. */
  void loadExpired(Collection<Long> accountIds) {
    hold(ChargingBooks.lockIds(connection, accountIds));
    loadBuckets(false);
    loadExpired();
    loadCounters(List.of());
  }

  private void remember(CountedUse use) {
    counted
        .computeIfAbsent(use.request(), first -> new HashMap<>())
        .put(use.counter(), use.units());
  }

  /** The request that a refund gives back. */
  static Key refunded(ChargingRequest request) {
    return new Key(request.sessionId(), request.refundOf());
  }

  private void hold(List<LaneAccount> locked) {
    for (LaneAccount account : locked) {
      Holding holding = new Holding(account);
      byId.put(account.id(), holding);
      if (account.serviceId() != null && !account.closedOn(today)) {
        byNumber.put(account.serviceId(), holding);
      }
    }
  }

  private void loadBuckets(boolean empty) {
    Map<Long, List<Bucket>> byOwner = new HashMap<>();
    List<Long> owners =
        byId.values().stream()
            .map(Holding::account)
            .filter(LaneAccount::bucketed)
            .map(LaneAccount::id)
            .toList();
    if (owners.isEmpty()) {
      return;
    }
    for (Bucket bucket : BucketBooks.of(connection, owners, empty)) {
      buckets.put(bucket.id(), bucket);
      byOwner.computeIfAbsent(bucket.ownerId(), id -> new ArrayList<>()).add(bucket);
    }
    for (Holding holding : byId.values()) {
      LaneAccount account = holding.account();
      List<Bucket> usable = new ArrayList<>(byOwner.getOrDefault(account.id(), List.of()));
      Holding group = account.groupId() == null ? null : byId.get(account.groupId());
      if (group != null && group.account().refusal(today) == null) {
        usable.addAll(byOwner.getOrDefault(account.groupId(), List.of()));
      }
      holding.mayUse(usable);
    }
  }

  private void loadExpired() {
    List<Long> holders =
        byId.values().stream()
            .filter(holding -> !holding.account().plain() || holding.reserves())
            .map(holding -> holding.account().id())
            .toList();
    SessionBooks.expired(connection, holders, now)
        .forEach(session -> sessions.put(session.id(), session));
  }

  private List<Key> maybeAnswered(Collection<Ticket> tickets, boolean everything) {
    List<Key> keys = new ArrayList<>();
    for (Ticket ticket : tickets) {
      Type type = ticket.request().type();
      Session session = type.ofSession() ? sessions.get(ticket.key().sessionId()) : null;
      boolean fresh =
          type.ofSession()
              && (session == null || ticket.key().requestNumber() > session.requestNumber());
      if (type.changing() && (everything || !fresh)) {
        keys.add(ticket.key());
      }
    }
    return keys;
  }

  private void loadCounters(Collection<Ticket> tickets) {
    Set<CounterKey> wanted = new HashSet<>();
    for (Ticket ticket : tickets) {
      Holding holding = byNumber.get(ticket.number());
      if (holding != null) {
        uses(holding.account(), ticket.request()).forEach(use -> want(holding, use, wanted));
      }
    }
    for (Session session : sessions.values()) {
      Holding holding = byId.get(session.chargingAccountId());
      if (holding != null) {
        session.groups().forEach(group -> want(holding, use(holding.account(), group), wanted));
      }
    }
    counted.values().forEach(uses -> wanted.addAll(uses.keySet()));
    if (!wanted.isEmpty()) {
      counters.putAll(UsageStore.lockCounters(connection, wanted));
    }
  }

  private List<UsePricing> uses(LaneAccount account, ChargingRequest request) {
    if (request.service() != null) {
      return List.of(UsePricing.of(tariffs, account, request, now, today));
    }
    List<UsePricing> uses = new ArrayList<>(request.groups().size());
    for (GroupRequest group : request.groups()) {
      if (group.service() != null) {
        uses.add(use(account, request, group));
      }
    }
    return uses;
  }

  private static void want(Holding holding, UsePricing use, Set<CounterKey> wanted) {
    if (use.reason() == null) {
      for (CounterId id : use.counterIds()) {
        wanted.add(key(holding.account(), id));
      }
    }
  }

  private static CounterKey key(LaneAccount account, CounterId id) {
    return CounterKey.of(account.accountId(), account.subscriptionId(), id);
  }

  /** The use that a group of a session's request begins. */
  UsePricing use(LaneAccount account, ChargingRequest request, GroupRequest group) {
    Instant at = request.at() == null ? now : request.at();
    return UsePricing.of(
        tariffs, account, group.service(), group.destination(), at, OperatorZone.dayOf(at));
  }

  /** The use of a running group, under the version that it began with. */
  UsePricing use(LaneAccount account, SessionGroup group) {
    return UsePricing.running(tariffs, account, group);
  }

  TariffSnapshot tariffs() {
    return tariffs;
  }

  Connection connection() {
    return connection;
  }

  Instant now() {
    return now;
  }

  LocalDate today() {
    return today;
  }

  BatchChanges changes() {
    return changes;
  }

  Holding holding(String number) {
    return byNumber.get(number);
  }

  Holding holding(long id) {
    return byId.get(id);
  }

  Collection<Holding> holdings() {
    return byId.values();
  }

  Bucket bucket(long id) {
    return buckets.get(id);
  }

  Session session(String id) {
    return sessions.get(id);
  }

  List<Session> expiredSessions() {
    return sessions.values().stream()
        .filter(session -> session.expired(now) && byId.containsKey(session.chargingAccountId()))
        .toList();
  }

  Given given(Key key) {
    return given.get(key);
  }

  void give(Given answer) {
    given.put(answer.key(), answer);
    changes.answer(answer);
  }

  Purse purse(Holding holding) {
    return holding.purse(buckets);
  }

  /** Makes a decided purse the account's own. */
  void take(Holding holding, Purse after) {
    holding.take(after);
    for (Bucket bucket : after.buckets()) {
      if (buckets.put(bucket.id(), bucket) != bucket) {
        changes.bucket(bucket);
      }
    }
  }

  /** Gives an account a bucket of money for a recharge. */
  Bucket recharge(Holding holding, BigDecimal amount, String origin) {
    Bucket bucket = BucketBooks.money(connection, holding.account().id(), amount, origin, now);
    buckets.put(bucket.id(), bucket);
    holding.add(bucket, buckets);
    return bucket;
  }

  void store(Session session, boolean opened) {
    sessions.put(session.id(), session);
    if (opened) {
      changes.open(session);
    } else {
      changes.session(session);
    }
  }

  /** What an account's subscription has used. */
  Counters counters(Holding holding) {
    return id -> counters.getOrDefault(key(holding.account(), id), 0L);
  }

  /**
   * Adds to counters what a request used.
   *
   * @param request by which it can be given back; null when no request made it
   */
  void count(Holding holding, Key request, List<CounterUse> uses) {
    for (CounterUse use : uses) {
      CounterKey key = key(holding.account(), use.id());
      count(key, use.units());
      if (request != null && use.units() != 0) {
        changes.counted(request, key, use.units());
      }
    }
  }

  private void count(CounterKey key, long more) {
    long units = Math.max(0, counters.getOrDefault(key, 0L) + more);
    counters.put(key, units);
    changes.counter(key, units);
  }

  /**
   * Gives an account's counters back what a request added; tells whether it had added something.
   */
  boolean uncount(Holding holding, Key request, int refund) {
    if (changes.isUncounted(request)) {
      return false;
    }
    Map<CounterKey, Long> uses = new HashMap<>(counted.getOrDefault(request, Map.of()));
    uses.putAll(changes.counted(request));
    Long subscription = holding.account().subscriptionId();
    uses.keySet().removeIf(key -> !Long.valueOf(key.subscriptionId()).equals(subscription));
    uses.forEach((key, units) -> count(key, -units));
    if (!uses.isEmpty()) {
      changes.uncounted(request, refund);
    }
    return !uses.isEmpty();
  }
}
