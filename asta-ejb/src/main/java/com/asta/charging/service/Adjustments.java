package com.asta.charging.service;

import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.Money;
import com.asta.common.service.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** The adjustments, asked for, booked or rejected. */
@ApplicationScoped
public class Adjustments {
  private static final String COLUMNS =
      "select j.id, j.charging_account_id, coalesce(a.service_id, a.name), j.amount, j.currency,"
          + " j.bucket, j.reason, j.note, j.status, j.requested_by, j.requested_at, j.decided_by,"
          + " j.decided_at, j.decision from charging.adjustment j"
          + " join charging.charging_account a on a.id = j.charging_account_id";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** Newest first; null status and null account mean any. */
  List<AdjustmentRow> list(String status, Long chargingAccountId, int offset, int limit) {
    return Sql.query(
        database,
        COLUMNS
            + " where (?::text is null or j.status = ?::text)"
            + " and (?::bigint is null or j.charging_account_id = ?::bigint)"
            + " order by j.id desc offset ? limit ?",
        Adjustments::read,
        status,
        status,
        chargingAccountId,
        chargingAccountId,
        offset,
        limit);
  }

  static AdjustmentRow find(Connection connection, long id) {
    return Sql.query(connection, COLUMNS + " where j.id = ?", Adjustments::read, id).stream()
        .findFirst()
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_ADJUSTMENT, id));
  }

  /** The adjustment that was asked for with a key; null if there is none. */
  static AdjustmentRow known(Connection connection, String key) {
    return Sql.query(connection, COLUMNS + " where j.request_key = ?", Adjustments::read, key)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Sizes of what a person adjusted or asked for on an account in a day. */
  static BigDecimal sameDay(
      Connection connection, long chargingAccountId, String by, LocalDate day) {
    return Sql.query(
            connection,
            "select coalesce(sum(abs(amount)), 0) from charging.adjustment"
                + " where charging_account_id = ? and requested_by = ? and requested_on = ?"
                + " and status = 'BOOKED' and decided_by = requested_by"
                + " and (bucket is null or not (bucket::jsonb ->> 'units')::boolean)",
            row -> row.getBigDecimal(1),
            chargingAccountId,
            by,
            day)
        .get(0);
  }

  static long add(
      Connection connection,
      NewAdjustment wish,
      String currency,
      String by,
      Instant now,
      LocalDate today) {
    return Sql.query(
            connection,
            "insert into charging.adjustment (request_key, charging_account_id, amount, currency,"
                + " bucket, reason, note, status, requested_by, requested_at, requested_on)"
                + " values (?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?) returning id",
            row -> row.getLong(1),
            wish.key(),
            wish.chargingAccountId(),
            wish.size(),
            currency,
            wish.bucket() == null ? null : Json.write(wish.bucket()),
            wish.reason().name(),
            wish.note(),
            by,
            now,
            today)
        .get(0);
  }

  /** Decides a pending one; refuses what somebody has decided meanwhile. */
  static void decide(
      Connection connection, long id, String status, String by, String words, Instant now) {
    int decided =
        Sql.update(
            connection,
            "update charging.adjustment set status = ?, decided_by = ?, decided_at = ?,"
                + " decision = ? where id = ? and status = 'PENDING'",
            status,
            by,
            now,
            words,
            id);
    if (decided == 0) {
      throw new ChargingRefused(Reason.ALREADY_DECIDED, id);
    }
  }

  private static AdjustmentRow read(ResultSet row) throws SQLException {
    NewBucket bucket = bucket(row.getString(6));
    return new AdjustmentRow(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        bucket != null && bucket.units() ? null : Money.of(row.getBigDecimal(4), row.getString(5)),
        bucket,
        AdjustmentReason.valueOf(row.getString(7)),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        Sql.instant(row, 11),
        row.getString(12),
        Sql.instant(row, 13),
        row.getString(14));
  }

  private static NewBucket bucket(String stored) {
    try {
      return stored == null ? null : Json.read(stored, NewBucket.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Stored bucket is not readable: " + stored, e);
    }
  }
}
