package com.asta.charging.service;

import com.asta.charging.rules.Balance;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The statements of the charging hot path: a few for any number of requests. */
final class ChargingBooks {
  /** A prepaid account as the lanes see it, locked until the commit. */
  record Account(
      long id,
      String serviceId,
      String tariffCode,
      String currency,
      Balance balance,
      boolean barred) {}

  /** Names a request. */
  record Key(String sessionId, int requestNumber) {
    static Key of(ChargingRequest request) {
      return new Key(request.sessionId(), request.requestNumber());
    }
  }

  /** An answer that was given, and the digest of its request. */
  record Given(Key key, long request, String answer) {}

  /** A change of a balance. */
  record Entry(
      long accountId,
      String kind,
      BigDecimal amount,
      BigDecimal balanceAfter,
      Key key,
      ServiceKind service,
      String destination,
      long units,
      Long tariffVersionId,
      String explanation) {}

  /** A voucher that was used up just now. */
  record UsedVoucher(String serial, BigDecimal value, String currency) {}

  private ChargingBooks() {}

  /** Locks accounts by their numbers, in id order. */
  static Map<String, Account> lock(
      Connection connection, Collection<String> serviceIds, LocalDate today) {
    Map<String, Account> found = new HashMap<>();
    Sql.query(
            connection,
            "select id, service_id, tariff_code, currency, balance, reserved, status"
                + " from charging.charging_account where service_id = any (?)"
                + " and status <> 'CLOSED' and (closes_on is null or closes_on > ?)"
                + " order by id for update",
            row ->
                new Account(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    new Balance(row.getBigDecimal(5), row.getBigDecimal(6)),
                    "BARRED".equals(row.getString(7))),
            Sql.ArrayOf.texts(serviceIds),
            today)
        .forEach(account -> found.put(account.serviceId(), account));
    return found;
  }

  static Map<Key, Given> given(Connection connection, Collection<Key> keys) {
    Map<Key, Given> found = new HashMap<>();
    Sql.query(
            connection,
            "select a.session_id, a.request_number, a.request, a.answer"
                + " from unnest(?::text[], ?::int[]) k (session_id, request_number)"
                + " join charging.charging_answer a using (session_id, request_number)",
            row ->
                new Given(
                    new Key(row.getString(1), row.getInt(2)), row.getLong(3), row.getString(4)),
            texts(keys, Key::sessionId),
            array("int", keys, Key::requestNumber))
        .forEach(each -> found.put(each.key(), each));
    return found;
  }

  /** Uses a voucher up, once and for all; null if it cannot be used. */
  static UsedVoucher useVoucher(
      Connection connection, String pinHash, Account account, Instant now) {
    List<UsedVoucher> used =
        Sql.query(
            connection,
            "update charging.voucher v set used_at = ?, charging_account_id = ?"
                + " from charging.voucher_batch b where v.pin_hash = ? and v.used_at is null"
                + " and b.id = v.batch_id and b.expires_on >= ?::date and b.currency = ?"
                + " returning v.serial, b.value, b.currency",
            row -> new UsedVoucher(row.getString(1), row.getBigDecimal(2), row.getString(3)),
            now,
            account.id(),
            pinHash,
            OperatorZone.dayOf(now),
            account.currency());
    return used.isEmpty() ? null : used.get(0);
  }

  /** Why a voucher cannot be used: {@code USED}, {@code EXPIRED} or {@code UNKNOWN}. */
  static String voucherState(Connection connection, String pinHash) {
    List<String> states =
        Sql.query(
            connection,
            "select case when used_at is not null then 'USED' else 'EXPIRED' end"
                + " from charging.voucher where pin_hash = ?",
            row -> row.getString(1),
            pinHash);
    return states.isEmpty() ? "UNKNOWN" : states.get(0);
  }

  static void store(
      Connection connection,
      Collection<Account> changed,
      List<Entry> entries,
      List<Given> answers,
      Instant now)
      throws SQLException {
    if (!changed.isEmpty()) {
      Sql.update(
          connection,
          "update charging.charging_account a set balance = n.balance, reserved = n.reserved,"
              + " version = version + 1"
              + " from unnest(?::bigint[], ?::numeric[], ?::numeric[]) n (id, balance, reserved)"
              + " where a.id = n.id",
          array("bigint", changed, Account::id),
          array("numeric", changed, account -> account.balance().amount()),
          array("numeric", changed, account -> account.balance().reserved()));
    }
    if (!entries.isEmpty()) {
      insert(connection, entries, now);
    }
    if (!answers.isEmpty()) {
      Sql.update(
          connection,
          "insert into charging.charging_answer (session_id, request_number, request, answer, at)"
              + " select session_id, request_number, request, answer, ?"
              + " from unnest(?::text[], ?::int[], ?::bigint[], ?::text[])"
              + " n (session_id, request_number, request, answer)",
          now,
          texts(answers, given -> given.key().sessionId()),
          array("int", answers, given -> given.key().requestNumber()),
          array("bigint", answers, Given::request),
          texts(answers, Given::answer));
    }
  }

  static void insert(Connection connection, List<Entry> entries, Instant now) {
    Sql.update(
        connection,
        "insert into charging.ledger_entry (charging_account_id, at, kind, amount, balance_after,"
            + " session_id, request_number, service, destination, units, tariff_version_id, explanation)"
            + " select id, ?, kind, amount, after, session, number, service, destination, units, version,"
            + " explanation from unnest(?::bigint[], ?::text[], ?::numeric[], ?::numeric[],"
            + " ?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])"
            + " with ordinality n (id, kind, amount, after, session, number, service, destination, units,"
            + " version, explanation, position) order by position",
        now,
        array("bigint", entries, Entry::accountId),
        texts(entries, Entry::kind),
        array("numeric", entries, Entry::amount),
        array("numeric", entries, Entry::balanceAfter),
        texts(entries, entry -> entry.key().sessionId()),
        array("int", entries, entry -> entry.key().requestNumber()),
        texts(entries, entry -> entry.service() == null ? null : entry.service().name()),
        texts(entries, Entry::destination),
        array("bigint", entries, Entry::units),
        array("bigint", entries, Entry::tariffVersionId),
        texts(entries, Entry::explanation));
  }

  private static <T> Sql.ArrayOf texts(Collection<T> values, Function<T, String> text) {
    return array("text", values, text);
  }

  private static <T> Sql.ArrayOf array(String type, Collection<T> values, Function<T, ?> element) {
    return Sql.ArrayOf.each(type, values, element);
  }
}
