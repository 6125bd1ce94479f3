package com.asta.charging.service;

import com.asta.charging.rules.AccountLifecycle;
import com.asta.charging.rules.AccountLifecycle.Dates;
import com.asta.charging.rules.AccountLifecycle.Stage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The dates of an account's life, in the transaction of a connection that has locked it. */
final class AccountLife {
  private record Life(Dates dates, boolean suspended, String status) {}

  private AccountLife() {}

  /**
   * Extends the life of an account by what a recharge brings.
   *
   * @return the status after it; a suspended account stays barred
   */
  static String recharged(
      Connection connection, long chargingAccountId, BigDecimal amount, LocalDate today) {
    Life life = read(connection, chargingAccountId);
    Dates after =
        AccountLifecycle.recharged(
            life.dates(), amount, today, BalancePolicies.read(connection).lifecycle());
    Stage stage = AccountLifecycle.statusOn(after, today);
    String status =
        "CLOSED".equals(life.status()) || stage == Stage.CLOSED
            ? life.status()
            : life.suspended() ? "BARRED" : stage.name();
    if (after != null && (!after.equals(life.dates()) || !status.equals(life.status()))) {
      store(connection, chargingAccountId, after, status);
    }
    return status;
  }

  /** Begins the life of an account that has none. */
  static void begin(Connection connection, long chargingAccountId, LocalDate today) {
    Life life = read(connection, chargingAccountId);
    Dates dates = AccountLifecycle.begin(today, BalancePolicies.read(connection).lifecycle());
    store(connection, chargingAccountId, dates, life.suspended() ? "BARRED" : "ACTIVE");
  }

  /** Lets an account live as long as its subscription. */
  static void endless(Connection connection, long chargingAccountId) {
    Sql.update(
        connection,
        "update charging.charging_account set active_until = null, grace_until = null,"
            + " barred_until = null, status = case when suspended then 'BARRED' else 'ACTIVE' end"
            + " where id = ?",
        chargingAccountId);
  }

  private static void store(
      Connection connection, long chargingAccountId, Dates dates, String status) {
    Sql.update(
        connection,
        "update charging.charging_account set active_until = ?, grace_until = ?, barred_until = ?,"
            + " status = ? where id = ?",
        dates.activeUntil(),
        dates.graceUntil(),
        dates.barredUntil(),
        status,
        chargingAccountId);
  }

  private static Life read(Connection connection, long chargingAccountId) {
    return Sql.query(
            connection,
            "select active_until, grace_until, barred_until, suspended, status"
                + " from charging.charging_account where id = ?",
            row -> new Life(dates(row), row.getBoolean(4), row.getString(5)),
            chargingAccountId)
        .get(0);
  }

  private static Dates dates(ResultSet row) throws SQLException {
    LocalDate activeUntil = Sql.date(row, 1);
    return activeUntil == null ? null : new Dates(activeUntil, Sql.date(row, 2), Sql.date(row, 3));
  }
}
