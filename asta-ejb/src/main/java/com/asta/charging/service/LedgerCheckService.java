package com.asta.charging.service;

import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Proves that balances equal their entries and reservations their open sessions. Each range of
 * accounts is compared by one statement, so on one state of the database, while charging goes on.
 */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
public class LedgerCheckService {
  /** What a range held. */
  public record Compared(int accounts, int differences) {}

  private static final String COMPARE =
      "with range as (select ?::bigint as after, ?::bigint as last),"
          + " account as (select a.id, a.balance, a.reserved from charging.charging_account a, range"
          + " where a.id > after and a.id <= last),"
          + " bucket as (select b.id, b.charging_account_id, b.kind, b.amount, b.reserved"
          + " from charging.bucket b, range"
          + " where b.charging_account_id > after and b.charging_account_id <= last),"
          + " entry as (select e.charging_account_id, e.bucket_id, sum(e.amount) as amount,"
          + " count(*) as entries from charging.ledger_entry e, range"
          + " where e.charging_account_id > after and e.charging_account_id <= last"
          + " group by e.charging_account_id, e.bucket_id),"
          + " held as ("
          + LedgerCheckService.HELD
          + "),"
          + " found as ("
          + " select a.id, null::bigint as bucket_id, 'BALANCE' as what, a.balance as stored,"
          + " coalesce(e.amount, 0) as computed from account a"
          + " left join entry e on e.charging_account_id = a.id and e.bucket_id is null"
          + " union all select b.charging_account_id, b.id, 'BUCKET', b.amount,"
          + " coalesce(e.amount, 0) from bucket b left join entry e on e.bucket_id = b.id"
          + " and e.charging_account_id = b.charging_account_id"
          + " union all select a.id, null, 'RESERVED', a.reserved, coalesce(h.amount, 0)"
          + " from account a left join held h on h.account = a.id and h.bucket is null"
          + " union all select b.charging_account_id, b.id, 'RESERVED', b.reserved,"
          + " coalesce(h.amount, 0) from bucket b left join held h on h.bucket = b.id),"
          + " wrong as (insert into charging.ledger_difference (check_id, charging_account_id,"
          + " bucket_id, what, stored, computed) select ?, id, bucket_id, what, stored, computed"
          + " from found where stored <> computed returning 1)"
          + " select (select count(*) from account), (select count(*) from bucket),"
          + " (select coalesce(sum(entries), 0) from entry), (select count(*) from wrong)";

  /** What open sessions hold of accounts and buckets. */
  private static final String HELD =
      "select charging_account_id as account, null::bigint as bucket, sum(s.reserved) as amount"
          + " from charging.charging_session s, range where state = 'OPEN'"
          + " and charging_account_id > after and charging_account_id <= last"
          + " group by charging_account_id"
          + " union all select null, h.bucket, sum(h.amount) from charging.charging_session s,"
          + " unnest(s.held_buckets, s.held_amounts) h (bucket, amount)"
          + " where s.state = 'OPEN' group by h.bucket";

  private static final String CHECKS =
      "select c.id, c.started_at, c.finished_at, c.accounts, c.buckets, c.entries,"
          + " (select count(*) from charging.ledger_difference d where d.check_id = c.id)"
          + " from charging.ledger_check c";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private Clock clock;

  /** Opens the record of a check; once an instance has one, nothing happens. */
  @RolesAllowed(Roles.SYSTEM)
  public void begin(long instanceId) {
    Sql.update(
        database,
        "insert into charging.ledger_check (instance_id, started_at) values (?, ?)"
            + " on conflict (instance_id) do nothing",
        instanceId,
        clock.instant());
  }

  /** Compares the accounts with ids in (after, to] and notes what differs. */
  @RolesAllowed(Roles.SYSTEM)
  public Compared compare(long instanceId, long after, long to) {
    record Counts(int accounts, int buckets, long entries, int wrong) {}
    try (Connection connection = database.getConnection()) {
      long id = idOf(connection, instanceId);
      Counts counts =
          Sql.query(
                  connection,
                  COMPARE,
                  row -> new Counts(row.getInt(1), row.getInt(2), row.getLong(3), row.getInt(4)),
                  after,
                  to,
                  id)
              .get(0);
      Sql.update(
          connection,
          "update charging.ledger_check set accounts = accounts + ?, buckets = buckets + ?,"
              + " entries = entries + ? where id = ?",
          counts.accounts(),
          counts.buckets(),
          counts.entries(),
          id);
      return new Compared(counts.accounts(), counts.wrong());
    } catch (SQLException e) {
      throw new IllegalStateException("Check of accounts " + after + " to " + to, e);
    }
  }

  @RolesAllowed(Roles.SYSTEM)
  public void finish(long instanceId) {
    Sql.update(
        database,
        "update charging.ledger_check set finished_at = ? where instance_id = ?",
        clock.instant(),
        instanceId);
  }

  /** The newest finished check. */
  public Optional<LedgerCheck> latest() {
    return list(CHECKS + " where c.finished_at is not null order by c.id desc limit 1").stream()
        .findFirst();
  }

  /** Checks, the newest first. */
  public List<LedgerCheck> checks(int offset, int limit) {
    return list(CHECKS + " order by c.id desc offset ? limit ?", offset, limit);
  }

  /** What a check found unequal, by account. */
  public List<LedgerDifference> differences(long checkId, int offset, int limit) {
    return Sql.query(
        database,
        "select d.charging_account_id, coalesce(a.service_id, a.name), a.currency, d.bucket_id,"
            + " b.unit, d.what, d.stored, d.computed from charging.ledger_difference d"
            + " join charging.charging_account a on a.id = d.charging_account_id"
            + " left join charging.bucket b on b.id = d.bucket_id where d.check_id = ?"
            + " order by d.charging_account_id, d.what, d.bucket_id offset ? limit ?",
        row ->
            new LedgerDifference(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Sql.longOrNull(row, 4),
                row.getString(5),
                row.getString(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8)),
        checkId,
        offset,
        limit);
  }

  private List<LedgerCheck> list(String sql, Object... arguments) {
    return Sql.query(
        database,
        sql,
        row ->
            new LedgerCheck(
                row.getLong(1),
                Sql.instant(row, 2),
                Sql.instant(row, 3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getInt(7)),
        arguments);
  }

  private static long idOf(Connection connection, long instanceId) {
    return Sql.query(
            connection,
            "select id from charging.ledger_check where instance_id = ?",
            row -> row.getLong(1),
            instanceId)
        .get(0);
  }
}
