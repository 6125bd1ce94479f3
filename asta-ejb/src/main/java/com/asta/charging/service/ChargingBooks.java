package com.asta.charging.service;

import com.asta.charging.rules.Balance;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.LaneAccount.Status;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The statements of accounts and their ledger: a few for any number of requests. */
final class ChargingBooks {
  /** Names a request. */
  record Key(String sessionId, int requestNumber) {
    static Key of(ChargingRequest request) {
      return new Key(request.sessionId(), request.requestNumber());
    }
  }

  /**
   * A change of a balance or a bucket.
   *
   * @param bucketId null for the main balance
   * @param part tells the entries of one request apart
   * @param request digest of the request whose whole answer this entry is; null for others
   * @param available what was left to spend, where it differs from the balance
   * @param memberId account that used a shared bucket, or null
   */
  record Entry(
      long accountId,
      Long bucketId,
      String unit,
      String kind,
      BigDecimal amount,
      BigDecimal balanceAfter,
      Key key,
      int part,
      ServiceKind service,
      String destination,
      long units,
      Long tariffVersionId,
      String explanation,
      Long request,
      BigDecimal available,
      Integer refundOf,
      Long memberId) {
    /** What a new bucket of money begins with. */
    static Entry bucket(
        long accountId, long bucketId, String kind, BigDecimal amount, Key key, String cause) {
      return new Entry(
          accountId, bucketId, null, kind, amount, amount, key, 0, null, null, 0, null, cause, null,
          null, null, null);
    }

    /** A change of the main balance that no use made. */
    static Entry plain(
        long accountId,
        String kind,
        BigDecimal amount,
        BigDecimal balanceAfter,
        Key key,
        String explanation) {
      return new Entry(
          accountId,
          null,
          null,
          kind,
          amount,
          balanceAfter,
          key,
          0,
          null,
          null,
          0,
          null,
          explanation,
          null,
          null,
          null,
          null);
    }
  }

  /**
   * A new balance of an account.
   *
   * @param expected version that it must have; negative when it is locked
   */
  record NewBalance(long id, Balance balance, long expected) {}

  private static final String ACCOUNT =
      "select id, account_id, subscription_id, service_id, tariff_code, currency, balance, reserved,"
          + " case payment_mode when 'PREPAID' then 0 else credit_limit end,"
          + " payment_mode <> 'PREPAID', group_id, bucketed, status, opened_at, closes_on,"
          + " active_until, grace_until, warn_below, version from charging.charging_account ";

  private ChargingBooks() {}

  /** Accounts by their numbers, as they are now. */
  static List<LaneAccount> read(Connection connection, Collection<String> numbers) {
    return Sql.query(
        connection,
        ACCOUNT + "where service_id = any (?) and status <> 'CLOSED'",
        ChargingBooks::account,
        Columns.texts(numbers, number -> number));
  }

  /** Locks accounts by their numbers, and the shared accounts of their groups, in id order. */
  static List<LaneAccount> lock(Connection connection, Collection<String> numbers) {
    Sql.ArrayOf texts = Columns.texts(numbers, number -> number);
    return Sql.query(
        connection,
        ACCOUNT
            + "where id in (select id from charging.charging_account where service_id = any (?)"
            + " and status <> 'CLOSED' union select group_id from charging.charging_account"
            + " where service_id = any (?) and status <> 'CLOSED') and status <> 'CLOSED'"
            + " order by id for update",
        ChargingBooks::account,
        texts,
        texts);
  }

  /** Locks the accounts of sessions that passed their expiry, in id order. */
  static List<LaneAccount> lockIds(Connection connection, Collection<Long> ids) {
    Sql.ArrayOf array = Columns.bigints(ids, id -> id);
    return Sql.query(
        connection,
        ACCOUNT
            + "where id = any (?) or id in (select group_id from charging.charging_account"
            + " where id = any (?)) order by id for update",
        ChargingBooks::account,
        array,
        array);
  }

  private static LaneAccount account(ResultSet row) throws SQLException {
    String status = row.getString(13);
    return new LaneAccount(
        row.getLong(1),
        row.getLong(2),
        Sql.longOrNull(row, 3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        new Balance(row.getBigDecimal(7), row.getBigDecimal(8)),
        row.getBigDecimal(9),
        row.getBoolean(10),
        Sql.longOrNull(row, 11),
        row.getBoolean(12),
        status.equals("CLOSED") ? Status.BARRED : Status.valueOf(status),
        OperatorZone.dayOf(Sql.instant(row, 14)),
        Sql.date(row, 15),
        Sql.date(row, 16),
        Sql.date(row, 17),
        row.getBigDecimal(18),
        row.getLong(19));
  }

  /** Stores balances; tells how many, fewer when one was not as expected. */
  static int update(Connection connection, Collection<NewBalance> changed) {
    return Sql.update(
        connection,
        "update charging.charging_account a set balance = n.balance::numeric,"
            + " reserved = n.reserved::numeric, version = a.version + 1"
            + " from unnest(?::int8[], ?::text[], ?::text[], ?::int8[])"
            + " n (id, balance, reserved, version)"
            + " where a.id = n.id and (a.version = n.version or n.version < 0)",
        Columns.bigints(changed, NewBalance::id),
        Columns.amounts(changed, each -> each.balance().amount()),
        Columns.amounts(changed, each -> each.balance().reserved()),
        Columns.bigints(changed, NewBalance::expected));
  }

  /**
   * Inserts the entries of debits that the main balance paid alone; tells how many, fewer when a
   * request of the same name was refused before. One that was granted before fails by its key: to
   * look for it first, as {@code on conflict} does, would go down each index twice.
   */
  static int insertDebits(Connection connection, Collection<Entry> debits, Instant now) {
    return Sql.update(
        connection,
        "insert into charging.ledger_entry (charging_account_id, at, kind, amount, balance_after,"
            + " session_id, request_number, service, destination, units, tariff_version_id,"
            + " explanation, request, available) select id, ?, 'DEBIT', amount::numeric,"
            + " after::numeric, session, number, service, destination, units, version, explanation,"
            + " request, available::numeric from unnest(?::int8[], ?::text[], ?::text[], ?::text[],"
            + " ?::int4[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::text[], ?::int8[],"
            + " ?::text[]) n (id, amount, after, session, number, service, destination, units,"
            + " version, explanation, request, available) where not exists (select from"
            + " charging.charging_answer g where g.session_id = n.session"
            + " and g.request_number = n.number)",
        now,
        Columns.bigints(debits, Entry::accountId),
        Columns.amounts(debits, Entry::amount),
        Columns.amounts(debits, Entry::balanceAfter),
        Columns.texts(debits, entry -> entry.key().sessionId()),
        Columns.integers(debits, entry -> entry.key().requestNumber()),
        Columns.texts(debits, entry -> entry.service().name()),
        Columns.texts(debits, Entry::destination),
        Columns.bigints(debits, Entry::units),
        Columns.bigints(debits, Entry::tariffVersionId),
        Columns.texts(debits, Entry::explanation),
        Columns.bigints(debits, Entry::request),
        Columns.amounts(debits, Entry::available));
  }

  /** Inserts entries of any kind; fails by its key if one was there before. */
  static void insert(Connection connection, Collection<Entry> entries, Instant now) {
    Sql.update(
        connection,
        "insert into charging.ledger_entry (charging_account_id, bucket_id, unit, at, kind, amount,"
            + " balance_after, session_id, request_number, part, service, destination, units,"
            + " tariff_version_id, explanation, request, available, refund_of, member_id)"
            + " select id, bucket, unit, ?, kind, amount::numeric, after::numeric, session, number,"
            + " part, service, destination, units, version, explanation, request,"
            + " available::numeric, refund, member from unnest(?::int8[], ?::int8[], ?::text[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::int4[], ?::text[],"
            + " ?::text[], ?::int8[], ?::int8[], ?::text[], ?::int8[], ?::text[], ?::int4[],"
            + " ?::int8[]) n (id, bucket, unit, kind, amount, after, session, number, part, service,"
            + " destination, units, version, explanation, request, available, refund, member)",
        now,
        Columns.bigints(entries, Entry::accountId),
        Columns.bigints(entries, Entry::bucketId),
        Columns.texts(entries, Entry::unit),
        Columns.texts(entries, Entry::kind),
        Columns.amounts(entries, Entry::amount),
        Columns.amounts(entries, Entry::balanceAfter),
        Columns.texts(entries, entry -> entry.key().sessionId()),
        Columns.integers(entries, entry -> entry.key().requestNumber()),
        Columns.integers(entries, Entry::part),
        Columns.texts(entries, entry -> entry.service() == null ? null : entry.service().name()),
        Columns.texts(entries, Entry::destination),
        Columns.bigints(entries, Entry::units),
        Columns.bigints(entries, Entry::tariffVersionId),
        Columns.texts(entries, Entry::explanation),
        Columns.bigints(entries, Entry::request),
        Columns.amounts(entries, Entry::available),
        Columns.integers(entries, Entry::refundOf),
        Columns.bigints(entries, Entry::memberId));
  }

  /** What a request took, each part with its bucket, that was not given back yet. */
  static List<Entry> refundable(Connection connection, Key debit) {
    return Sql.query(
        connection,
        "select charging_account_id, bucket_id, unit, amount, part, service, destination, units,"
            + " tariff_version_id, explanation, member_id from charging.ledger_entry e"
            + " where session_id = ? and request_number = ? and kind = 'DEBIT' and not exists"
            + " (select from charging.ledger_entry r where r.session_id = e.session_id"
            + " and r.refund_of = e.request_number and r.part = e.part) order by part",
        row ->
            new Entry(
                row.getLong(1),
                Sql.longOrNull(row, 2),
                row.getString(3),
                "DEBIT",
                row.getBigDecimal(4),
                null,
                debit,
                row.getInt(5),
                row.getString(6) == null ? null : ServiceKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getLong(8),
                Sql.longOrNull(row, 9),
                row.getString(10),
                null,
                null,
                null,
                Sql.longOrNull(row, 11)),
        debit.sessionId(),
        debit.requestNumber());
  }

  /** Ids of the shared accounts that members may use, of locked accounts. */
  static boolean sharedBy(LaneAccount account, Map<Long, LaneAccount> locked) {
    return account.groupId() != null && locked.containsKey(account.groupId());
  }
}
