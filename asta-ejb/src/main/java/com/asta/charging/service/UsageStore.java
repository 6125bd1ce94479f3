package com.asta.charging.service;

import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.service.CopyRows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final String COLUMNS =
      "account_id, event_time, source, event_key, subscription_id, service_id, service,"
          + " destination, units, charge_code, rated, currency, tariff_version_id, explanation,"
          + " file_id, line_no";
  private static final int LOOKED_UP_AT_ONCE = 10_000;
  private static final String UNIQUE_VIOLATION = "23505";

  private UsageStore() {}

  /** Makes the monthly partitions that the events need. */
  static void ensurePartitions(Connection connection, Collection<Instant> times) {
    Set<Long> days = new HashSet<>();
    times.forEach(time -> days.add(Math.floorDiv(time.getEpochSecond(), 86_400L)));
    Set<YearMonth> months = new HashSet<>();
    days.forEach(day -> months.add(YearMonth.from(LocalDate.ofEpochDay(day))));
    for (YearMonth month : months) {
      String name = String.format("usage_record_%04d_%02d", month.getYear(), month.getMonthValue());
      if (isMissing(connection, name)) {
        // two imports may want the same month at once
        Sql.query(
            connection,
            "select pg_advisory_xact_lock(hashtext('charging.usage_record'))",
            row -> row.getObject(1));
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

  private static boolean isMissing(Connection connection, String table) {
    return Sql.query(
            connection,
            "select to_regclass('charging." + table + "') is null",
            row -> row.getBoolean(1))
        .get(0);
  }

  /** The latest event of a source that is stored; what is later cannot be stored yet. */
  static Instant latest(Connection connection, String source) {
    return Sql.query(
            connection,
            "select latest from charging.usage_source where source = ?",
            row -> Sql.instant(row, 1),
            source)
        .stream()
        .findFirst()
        .orElse(Instant.MIN);
  }

  /**
   * Notes events of a source up to a time; to be done last, since imports of a source wait here.
   */
  static void reached(Connection connection, String source, Instant latest) {
    Sql.update(
        connection,
        "insert into charging.usage_source as s (source, latest) values (?, ?)"
            + " on conflict (source) do update set latest = excluded.latest"
            + " where s.latest < excluded.latest",
        source,
        latest);
  }

  /**
   * Those of the keys that are stored already. The lateral subquery leaves the planner one way
   * only: to look each key up in the index.
   */
  static Set<EventKey> known(Connection connection, String source, List<EventKey> keys) {
    Set<EventKey> known = new HashSet<>();
    for (int from = 0; from < keys.size(); from += LOOKED_UP_AT_ONCE) {
      List<EventKey> some = keys.subList(from, Math.min(keys.size(), from + LOOKED_UP_AT_ONCE));
      known.addAll(
          Sql.query(
              connection,
              "select k.position from unnest(?::bigint[], ?::timestamptz[], ?::text[])"
                  + " with ordinality k (account_id, event_time, event_key, position),"
                  + " lateral (select 1 from charging.usage_record r"
                  + " where r.account_id = k.account_id and r.event_time = k.event_time"
                  + " and r.source = ? and r.event_key = k.event_key limit 1) r",
              row -> some.get(row.getInt(1) - 1),
              array("bigint", some, EventKey::accountId),
              array("timestamptz", some, EventKey::at),
              array("text", some, EventKey::key),
              source));
    }
    return known;
  }

  /**
   * Stores events by COPY, in the order of their keys, so that two imports never wait for each
   * other in a circle.
   *
   * @return false if one of them was stored by another transaction in the meantime; then none is
   */
  static boolean copy(Connection connection, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return true;
    }
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(UsageStore::byKey);
    execute(connection, "savepoint before_copy");
    CopyRows copy = CopyRows.into(connection, "charging.usage_record", COLUMNS);
    try {
      for (Row row : sorted) {
        write(copy, row);
      }
      copy.end();
      execute(connection, "release savepoint before_copy");
      return true;
    } catch (SQLException e) {
      copy.abandon();
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      execute(connection, "rollback to savepoint before_copy");
      return false;
    }
  }

  private static int byKey(Row one, Row other) {
    EventKey a = one.key();
    EventKey b = other.key();
    if (a.accountId() != b.accountId()) {
      return Long.compare(a.accountId(), b.accountId());
    }
    int byTime = a.at().compareTo(b.at());
    int bySource = byTime != 0 ? byTime : a.source().compareTo(b.source());
    return bySource != 0 ? bySource : a.key().compareTo(b.key());
  }

  private static void write(CopyRows copy, Row row) throws SQLException {
    copy.row();
    copy.number(row.key().accountId());
    copy.instant(row.key().at());
    copy.text(row.key().source());
    copy.text(row.key().key());
    copy.number(row.subscriptionId());
    copy.text(row.serviceId());
    copy.text(row.service().name());
    copy.text(row.destination());
    copy.number(row.units());
    copy.text(row.chargeCode());
    copy.decimal(row.rated());
    copy.text(row.currency());
    copy.number(row.tariffVersionId());
    copy.text(row.explanation());
    copy.number(row.fileId());
    copy.number(row.lineNo());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
            "insert into charging.usage_record ("
                + COLUMNS
                + ") select * from"
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
    UsageSums.of(rows).store(connection);
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
