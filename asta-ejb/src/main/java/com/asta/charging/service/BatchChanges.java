package com.asta.charging.service;

import com.asta.charging.rules.Balance;
import com.asta.charging.rules.Bucket;
import com.asta.charging.service.AnswerBooks.Given;
import com.asta.charging.service.ChargingBooks.Entry;
import com.asta.charging.service.ChargingBooks.Key;
import com.asta.charging.service.ChargingBooks.NewBalance;
import com.asta.charging.service.CountedUses.CountedUse;
import com.asta.charging.service.SessionBooks.Session;
import com.asta.charging.service.UsageStore.CounterKey;
import com.asta.common.event.Event;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a batch writes, gathered while it decides. */
final class BatchChanges {
  /** Something was not as the batch believed; nothing may be committed. */
  static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outdated(String what, int expected, int found) {
      super(
          "Of " + expected + " " + what + " only " + found + " were as expected",
          null,
          false,
          false);
    }
  }

  private final List<NewBalance> balances = new ArrayList<>();
  private final List<Entry> debits = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Given> answers = new ArrayList<>();
  private final Map<String, Session> newSessions = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<Long, Bucket> buckets = new HashMap<>();
  private final Map<CounterKey, Long> counters = new HashMap<>();
  private final Map<Key, Map<CounterKey, Long>> counted = new HashMap<>();
  private final Map<Key, Integer> uncounted = new HashMap<>();
  private final List<UsageStore.Row> usage = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  void balance(long accountId, Balance balance, long expectedVersion) {
    balances.add(new NewBalance(accountId, balance, expectedVersion));
  }

  /** A debit that the main balance paid alone and that nobody looked up before. */
  void debit(Entry entry) {
    debits.add(entry);
  }

  void entry(Entry entry) {
    entries.add(entry);
  }

  List<Entry> entries() {
    return entries;
  }

  void answer(Given given) {
    answers.add(given);
  }

  void open(Session session) {
    newSessions.put(session.id(), session);
  }

  void session(Session session) {
    (newSessions.containsKey(session.id()) ? newSessions : sessions).put(session.id(), session);
  }

  void bucket(Bucket bucket) {
    buckets.put(bucket.id(), bucket);
  }

  void counter(CounterKey key, long units) {
    counters.put(key, units);
  }

  /** Notes what a request added to a counter. */
  void counted(Key request, CounterKey key, long units) {
    counted.computeIfAbsent(request, first -> new HashMap<>()).merge(key, units, Long::sum);
  }

  /** What a request of this batch added to counters. */
  Map<CounterKey, Long> counted(Key request) {
    return counted.getOrDefault(request, Map.of());
  }

  /** Notes that a request's counters were given back. */
  void uncounted(Key request, int refund) {
    uncounted.put(request, refund);
  }

  boolean isUncounted(Key request) {
    return uncounted.containsKey(request);
  }

  private List<CountedUse> countedUses() {
    List<CountedUse> uses = new ArrayList<>();
    counted.forEach(
        (request, units) ->
            units.forEach((key, sum) -> uses.add(new CountedUse(request, key, sum))));
    return uses;
  }

  void usage(UsageStore.Row row) {
    usage.add(row);
  }

  void event(Event event) {
    events.add(event);
  }

  List<Event> events() {
    return events;
  }

  /**
   * Writes everything but the events; accounts in id order, as all who lock several do.
   *
   * @throws Outdated if an account has changed or a request was refused meanwhile; if it was
   *     granted, or its session opened, the unique key's failure says so
   */
  void write(Connection connection, Instant now) {
    if (!balances.isEmpty()) {
      balances.sort(Comparator.comparingLong(NewBalance::id));
      expect("accounts", balances.size(), ChargingBooks.update(connection, balances));
    }
    if (!debits.isEmpty()) {
      expect("debits", debits.size(), ChargingBooks.insertDebits(connection, debits, now));
    }
    if (!buckets.isEmpty()) {
      BucketBooks.update(connection, buckets.values());
    }
    if (!newSessions.isEmpty()) {
      SessionBooks.insert(connection, newSessions.values());
    }
    if (!sessions.isEmpty()) {
      SessionBooks.update(connection, sessions.values());
    }
    if (!entries.isEmpty()) {
      ChargingBooks.insert(connection, entries, now);
    }
    if (!answers.isEmpty()) {
      AnswerBooks.insert(connection, answers, now);
    }
    UsageStore.storeCounters(connection, counters);
    CountedUses.insert(connection, countedUses());
    CountedUses.refund(connection, uncounted);
    if (!usage.isEmpty()) {
      UsageStore.ensurePartitions(connection, usage.stream().map(row -> row.key().at()).toList());
      UsageStore.insert(connection, usage);
    }
  }

  private static void expect(String what, int expected, int found) {
    if (found != expected) {
      throw new Outdated(what, expected, found);
    }
  }
}
