package com.asta.charging.service;

import com.asta.charging.service.ChargingBooks.Key;
import com.asta.charging.service.UsageStore.CounterKey;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What requests added to counters, and which of it was given back. */
final class CountedUses {
  /** What a request added to a counter; negative where it returned unused units. */
  record CountedUse(Key request, CounterKey counter, long units) {}

  private CountedUses() {}

  /** Of these requests, what nobody gave back. */
  static List<CountedUse> of(Connection connection, Collection<Key> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    return Sql.query(
        connection,
        "select session_id, request_number, account_id, subscription_id, period_start, counter,"
            + " units from charging.counted_use join unnest(?::text[], ?::int4[]) k (session, number)"
            + " on session_id = session and request_number = number where refunded_by is null",
        row ->
            new CountedUse(
                new Key(row.getString(1), row.getInt(2)),
                new CounterKey(row.getLong(3), row.getLong(4), Sql.date(row, 5), row.getString(6)),
                row.getLong(7)),
        Columns.texts(requests, Key::sessionId),
        Columns.integers(requests, Key::requestNumber));
  }

  static void insert(Connection connection, Collection<CountedUse> uses) {
    if (uses.isEmpty()) {
      return;
    }
    Sql.update(
        connection,
        "insert into charging.counted_use (session_id, request_number, account_id,"
            + " subscription_id, period_start, counter, units) select * from unnest(?::text[],"
            + " ?::int4[], ?::int8[], ?::int8[], ?::date[], ?::text[], ?::int8[])",
        Columns.texts(uses, use -> use.request().sessionId()),
        Columns.integers(uses, use -> use.request().requestNumber()),
        Columns.bigints(uses, use -> use.counter().accountId()),
        Columns.bigints(uses, use -> use.counter().subscriptionId()),
        Columns.texts(uses, use -> use.counter().periodStart().toString()),
        Columns.texts(uses, use -> use.counter().counter()),
        Columns.bigints(uses, CountedUse::units));
  }

  /**
   * Notes that requests were given back.
   *
   * @param refunds by request the number of the refund, of the same session
   */
  static void refund(Connection connection, Map<Key, Integer> refunds) {
    if (refunds.isEmpty()) {
      return;
    }
    Sql.update(
        connection,
        "update charging.counted_use set refunded_by = refund from unnest(?::text[], ?::int4[],"
            + " ?::int4[]) k (session, number, refund) where session_id = session"
            + " and request_number = number",
        Columns.texts(refunds.keySet(), Key::sessionId),
        Columns.integers(refunds.keySet(), Key::requestNumber),
        Columns.integers(refunds.values(), refund -> refund));
  }
}
