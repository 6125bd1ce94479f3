package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Rated usage, event by event, with the explanation of each price (TMF635). */
@Stateless
@RolesAllowed({
  Roles.SYSTEM,
  Roles.AGENT,
  Roles.BILLING,
  Roles.PRODUCT_MANAGER,
  Roles.OPERATOR,
  Roles.ADMIN
})
public class UsageService {
  private static final String COLUMNS =
      "select account_id, subscription_id, event_time, source, event_key, service_id, service,"
          + " destination, units, charge_code, rated, currency, tariff_version_id, explanation"
          + " from charging.usage_record";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /**
   * Events of one account, the newest first.
   *
   * @param subscriptionId one subscription; null for all
   * @param chargeCode one charge code; null for all
   * @param from first day
   * @param to first day after the last
   */
  public List<UsageRecord> records(
      long accountId,
      Long subscriptionId,
      String chargeCode,
      LocalDate from,
      LocalDate to,
      int offset,
      int limit) {
    return Sql.query(
        database,
        COLUMNS
            + " where account_id = ? and event_time >= ? and event_time < ?"
            + " and (?::bigint is null or subscription_id = ?)"
            + " and (?::text is null or charge_code = ?)"
            + " order by event_time desc, event_key offset ? limit ?",
        UsageService::record,
        accountId,
        OperatorZone.startOf(from),
        OperatorZone.startOf(to),
        subscriptionId,
        subscriptionId,
        chargeCode,
        chargeCode,
        offset,
        limit);
  }

  private static UsageRecord record(ResultSet row) throws SQLException {
    return new UsageRecord(
        row.getLong(1),
        row.getLong(2),
        Sql.instant(row, 3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        ServiceKind.valueOf(row.getString(7)),
        row.getString(8),
        row.getLong(9),
        row.getString(10),
        Money.of(row.getBigDecimal(11), row.getString(12)),
        row.getLong(13),
        row.getString(14));
  }
}
