package com.asta.charging.service;

import com.asta.charging.event.ChargingAccountStatusChanged;
import com.asta.common.OperatorZone;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * Moves accounts on in their life, a range of ids at a time: each range is one transaction of a few
 * set statements, and doing it again changes nothing.
 */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.OPERATOR, Roles.ADMIN})
public class AccountLifecycleService {
  /** What {@link com.asta.charging.rules.AccountLifecycle#statusOn} says, for a set of rows. */
  private static final String STATUS =
      "case when a.status = 'CLOSED' or a.closes_on <= d.day or d.day > a.barred_until"
          + " then 'CLOSED' when a.suspended or d.day > a.grace_until then 'BARRED'"
          + " when d.day > a.active_until then 'GRACE' else 'ACTIVE' end";

  private static final String DUE =
      "select a.id from charging.charging_account a, (select ?::date as day) d"
          + " where a.id > ? and a.id <= ? and (a.status <> "
          + STATUS
          + " or a.status = 'CLOSED' and a.balance > 0 and a.reserved = 0"
          + " or a.bucketed and exists (select from charging.bucket b"
          + " where b.charging_account_id = a.id and b.amount > 0 and b.reserved = 0"
          + " and (b.valid_to <= ? or a.status = 'CLOSED')))"
          + " order by a.id for update of a";

  private static final String MOVE =
      "update charging.charging_account a set status = "
          + STATUS
          + " from (select ?::date as day) d where a.id = any (?) and a.status <> "
          + STATUS
          + " returning a.account_id, a.id, a.subscription_id, a.service_id, old.status,"
          + " new.status";

  private static final String FORFEIT =
      "with gone as (update charging.charging_account set balance = 0 where id = any (?)"
          + " and status = 'CLOSED' and balance > 0 and reserved = 0"
          + " returning id, old.balance as lost)"
          + " insert into charging.ledger_entry (charging_account_id, at, kind, amount,"
          + " balance_after, session_id, request_number, explanation)"
          + " select id, ?, 'FORFEIT', -lost, 0, 'forfeit-' || id || '-' || ?, 1, 'forfeit'"
          + " from gone";

  private static final String EXPIRE =
      "with gone as (update charging.bucket b set amount = 0 from charging.charging_account a"
          + " where a.id = any (?) and b.charging_account_id = a.id and b.amount > 0"
          + " and b.reserved = 0 and (b.valid_to <= ? or a.status = 'CLOSED')"
          + " returning b.id, a.id as account, old.amount as lost, b.unit, b.origin,"
          + " b.valid_to <= ? as expired),"
          + " seen as (update charging.charging_account set version = version + 1"
          + " where id in (select account from gone))"
          + " insert into charging.ledger_entry (charging_account_id, at, kind, amount,"
          + " balance_after, session_id, request_number, explanation, bucket_id, unit)"
          + " select account, ?, case when expired then 'EXPIRY' else 'FORFEIT' end, -lost, 0,"
          + " 'expiry-' || id || '-' || ?, 1, 'expiry:' || origin, id, unit from gone";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** The business day of now. */
  public LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  /** How many accounts there are. */
  public long count() {
    return Sql.query(
            database, "select count(*) from charging.charging_account", row -> row.getLong(1))
        .get(0);
  }

  /** How many of them have ids in (after, to]. */
  public long countIn(long after, long to) {
    return Sql.query(
            database,
            "select count(*) from charging.charging_account where id > ? and id <= ?",
            row -> row.getLong(1),
            after,
            to)
        .get(0);
  }

  /** The last id of the next accounts behind an id; null behind the last of all. */
  public Long nextRange(long after, int size) {
    return Sql.query(
            database,
            "select max(id) from (select id from charging.charging_account where id > ?"
                + " order by id limit ?) n",
            row -> Sql.longOrNull(row, 1),
            after,
            size)
        .get(0);
  }

  /**
   * Does what is due on a day to the accounts with ids in (after, to]: new status with its event,
   * expiry of buckets, forfeiture of closed accounts' balances. What open sessions reserve stays
   * until they end.
   *
   * @return how many accounts had something due
   */
  public int advance(long after, long to, LocalDate today) {
    Instant now = clock.instant();
    Instant midnight = today.atStartOfDay(OperatorZone.ID).toInstant();
    try (Connection connection = database.getConnection()) {
      List<Long> due =
          Sql.query(connection, DUE, row -> row.getLong(1), today, after, to, midnight);
      if (due.isEmpty()) {
        return 0;
      }
      Sql.ArrayOf ids = Sql.ArrayOf.bigints(due);
      outbox.publishAll(move(connection, ids, today));
      Sql.update(connection, FORFEIT, ids, now, now.toEpochMilli());
      Sql.update(connection, EXPIRE, ids, midnight, midnight, now, now.toEpochMilli());
      return due.size();
    } catch (SQLException e) {
      throw new IllegalStateException("Accounts " + after + " to " + to + " failed", e);
    }
  }

  private static List<ChargingAccountStatusChanged> move(
      Connection connection, Sql.ArrayOf ids, LocalDate today) {
    return Sql.query(
        connection,
        MOVE,
        row ->
            new ChargingAccountStatusChanged(
                row.getLong(1),
                row.getLong(2),
                Sql.longOrNull(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                today),
        today,
        ids);
  }
}
