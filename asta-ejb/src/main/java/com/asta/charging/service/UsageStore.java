package com.asta.charging.service;

import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The statements of the rating hot path: a few for any number of events. */
final class UsageStore {
  /** The unique key of usage; the same key is the same event. */
  record EventKey(long accountId, Instant at, String source, String key) {}

  /** A counter of one subscription in one period. */
  record CounterKey(long accountId, long subscriptionId, LocalDate periodStart, String counter) {
    static CounterKey of(long accountId, long subscriptionId, CounterId id) {
      return new CounterKey(accountId, subscriptionId, id.periodStart(), id.code());
    }

    static final Comparator<CounterKey> ORDER =
        Comparator.comparingLong(CounterKey::accountId)
            .thenComparingLong(CounterKey::subscriptionId)
            .thenComparing(CounterKey::periodStart)
            .thenComparing(CounterKey::counter);
  }

  /** A rated event. */
  record Row(
      EventKey key,
      long subscriptionId,
      String serviceId,
      ServiceKind service,
      String destination,
      long units,
      String chargeCode,
      BigDecimal rated,
      String currency,
      long tariffVersionId,
      String explanation,
      long fileId,
      long lineNo) {}

  private record TotalKey(
      long accountId, LocalDate day, long subscriptionId, String chargeCode, long tariffVersionId) {
    static final Comparator<TotalKey> ORDER =
        Comparator.comparingLong(TotalKey::accountId)
            .thenComparing(TotalKey::day)
            .thenComparingLong(TotalKey::subscriptionId)
            .thenComparing(TotalKey::chargeCode)
            .thenComparingLong(TotalKey::tariffVersionId);
  }

  private record Total(
      TotalKey key,
      ServiceKind service,
      BigDecimal quantity,
      long events,
      BigDecimal rated,
      String currency) {
    static Total of(Row row) {
      TotalKey key =
          new TotalKey(
              row.key().accountId(),
              OperatorZone.dayOf(row.key().at()),
              row.subscriptionId(),
              row.chargeCode(),
              row.tariffVersionId());
      return new Total(
          key, row.service(), BigDecimal.valueOf(row.units()), 1, row.rated(), row.currency());
    }

    Total plus(Total other) {
      return new Total(
          key,
          service,
          quantity.add(other.quantity),
          events + other.events,
          rated.add(other.rated),
          currency);
    }
  }

  private UsageStore() {}

  /** Makes the monthly partitions that the events need. */
  static void ensurePartitions(Connection connection, Collection<Instant> times) {
    Set<YearMonth> months = new HashSet<>();
    times.forEach(time -> months.add(YearMonth.from(time.atOffset(ZoneOffset.UTC))));
    for (YearMonth month : months) {
      String name = String.format("usage_record_%04d_%02d", month.getYear(), month.getMonthValue());
      boolean missing =
          Sql.query(
                  connection,
                  "select to_regclass('charging." + name + "') is null",
                  row -> row.getBoolean(1))
              .get(0);
      if (missing) {
        Sql.update(
            connection,
            "create table if not exists charging."
                + name
                + " partition of charging.usage_record for values from ('"
                + month.atDay(1)
                + " 00:00+00') to ('"
                + month.plusMonths(1).atDay(1)
                + " 00:00+00')");
      }
    }
  }

  /** Those of the keys that are stored already. */
  static Set<EventKey> known(Connection connection, List<EventKey> keys) {
    return new HashSet<>(
        Sql.query(
            connection,
            "select k.account_id, k.event_time, k.source, k.event_key"
                + " from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[])"
                + " k (account_id, event_time, source, event_key)"
                + " join charging.usage_record using (account_id, event_time, source, event_key)",
            row ->
                new EventKey(
                    row.getLong(1), Sql.instant(row, 2), row.getString(3), row.getString(4)),
            array("bigint", keys, EventKey::accountId),
            array("timestamptz", keys, EventKey::at),
            array("text", keys, EventKey::source),
            array("text", keys, EventKey::key)));
  }

  /** Locks the counters in order until the commit and tells their units. */
  static Map<CounterKey, Long> lockCounters(Connection connection, Set<CounterKey> wanted) {
    List<CounterKey> keys = wanted.stream().sorted(CounterKey.ORDER).toList();
    Map<CounterKey, Long> counters = new HashMap<>();
    if (!keys.isEmpty()) {
      Sql.query(
              connection,
              "insert into charging.usage_counter as c (account_id, subscription_id, period_start, counter,"
                  + " units) select a, s, m, n, 0 from unnest(?::bigint[], ?::bigint[], ?::date[],"
                  + " ?::text[]) with ordinality k (a, s, m, n, position) order by position"
                  + " on conflict (account_id, subscription_id, period_start, counter)"
                  + " do update set units = c.units"
                  + " returning account_id, subscription_id, period_start, counter, units",
              row ->
                  Map.entry(
                      new CounterKey(
                          row.getLong(1), row.getLong(2), Sql.date(row, 3), row.getString(4)),
                      row.getLong(5)),
              keyArrays(keys))
          .forEach(entry -> counters.put(entry.getKey(), entry.getValue()));
    }
    return counters;
  }

  static void storeCounters(Connection connection, Map<CounterKey, Long> counters) {
    if (counters.isEmpty()) {
      return;
    }
    List<CounterKey> keys = counters.keySet().stream().sorted(CounterKey.ORDER).toList();
    List<Object> arguments = new ArrayList<>(List.of(keyArrays(keys)));
    arguments.add(array("bigint", keys, counters::get));
    Sql.update(
        connection,
        "update charging.usage_counter c set units = k.units from unnest(?::bigint[], ?::bigint[],"
            + " ?::date[], ?::text[], ?::bigint[]) k (a, s, m, n, units) where c.account_id = k.a"
            + " and c.subscription_id = k.s and c.period_start = k.m and c.counter = k.n",
        arguments.toArray());
  }

  /** Stores events and adds them to their totals. */
  static void insert(Connection connection, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int stored =
        Sql.update(
            connection,
            "insert into charging.usage_record (account_id, event_time, source, event_key,"
                + " subscription_id, service_id, service, destination, units, charge_code, rated,"
                + " currency, tariff_version_id, explanation, file_id, line_no) select * from"
                + " unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::bigint[],"
                + " ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::numeric[],"
                + " ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])"
                + " on conflict do nothing",
            array("bigint", rows, row -> row.key().accountId()),
            array("timestamptz", rows, row -> row.key().at()),
            array("text", rows, row -> row.key().source()),
            array("text", rows, row -> row.key().key()),
            array("bigint", rows, Row::subscriptionId),
            array("text", rows, Row::serviceId),
            array("text", rows, row -> row.service().name()),
            array("text", rows, Row::destination),
            array("bigint", rows, Row::units),
            array("text", rows, Row::chargeCode),
            array("numeric", rows, Row::rated),
            array("text", rows, Row::currency),
            array("bigint", rows, Row::tariffVersionId),
            array("text", rows, Row::explanation),
            array("bigint", rows, Row::fileId),
            array("bigint", rows, Row::lineNo));
    if (stored != rows.size()) {
      throw new IllegalStateException(
          "Another import stored " + (rows.size() - stored) + " of " + rows.size() + " events");
    }
    addToTotals(connection, rows);
  }

  private static void addToTotals(Connection connection, List<Row> rows) {
    Map<TotalKey, Total> sums = new TreeMap<>(TotalKey.ORDER);
    for (Row row : rows) {
      Total total = Total.of(row);
      sums.merge(total.key(), total, Total::plus);
    }
    Collection<Total> totals = sums.values();
    Sql.update(
        connection,
        "insert into charging.usage_total as t (account_id, day, subscription_id, charge_code,"
            + " tariff_version_id, service, quantity, events, rated, currency)"
            + " select a, d, s, c, v, k, q, e, r, y from unnest(?::bigint[], ?::date[],"
            + " ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::numeric[], ?::bigint[],"
            + " ?::numeric[], ?::text[]) with ordinality n (a, d, s, c, v, k, q, e, r, y, position)"
            + " order by position on conflict (account_id, day, subscription_id, charge_code,"
            + " tariff_version_id) do update set quantity = t.quantity + excluded.quantity,"
            + " events = t.events + excluded.events, rated = t.rated + excluded.rated",
        array("bigint", totals, total -> total.key().accountId()),
        array("date", totals, total -> total.key().day()),
        array("bigint", totals, total -> total.key().subscriptionId()),
        array("text", totals, total -> total.key().chargeCode()),
        array("bigint", totals, total -> total.key().tariffVersionId()),
        array("text", totals, total -> total.service().name()),
        array("numeric", totals, Total::quantity),
        array("bigint", totals, Total::events),
        array("numeric", totals, Total::rated),
        array("text", totals, Total::currency));
  }

  private static Object[] keyArrays(List<CounterKey> keys) {
    return new Object[] {
      array("bigint", keys, CounterKey::accountId),
      array("bigint", keys, CounterKey::subscriptionId),
      array("date", keys, CounterKey::periodStart),
      array("text", keys, CounterKey::counter)
    };
  }

  private static <T> Sql.ArrayOf array(String type, Collection<T> values, Function<T, ?> element) {
    return Sql.ArrayOf.each(type, values, element);
  }
}
