package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.common.OperatorZone;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Buckets of money or units beside the main balance. */
@ApplicationScoped
public class Buckets {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** What accounts and their groups can still use, in the order of use. */
  List<BucketRow> of(Collection<Long> chargingAccountIds, Instant now) {
    return chargingAccountIds.isEmpty()
        ? List.of()
        : Sql.query(
            database,
            "select b.id, a.id, b.unit, o.currency, b.amount, b.reserved, b.valid_from, b.valid_to,"
                + " b.priority, b.service, b.zones, b.bands, b.origin, o.id <> a.id"
                + " from charging.charging_account a"
                + " join charging.charging_account o on o.id in (a.id, a.group_id)"
                + " join charging.bucket b on b.charging_account_id = o.id"
                + " where a.id = any (?) and (b.valid_to is null or b.valid_to > ?)"
                + " and (b.amount > 0 or b.reserved > 0)"
                + " order by a.id, b.priority, b.valid_to nulls last, b.id",
            Buckets::read,
            Sql.ArrayOf.bigints(chargingAccountIds),
            now);
  }

  /** Grants a bucket to a locked account, with its entry. */
  static long grant(
      Connection connection,
      long chargingAccountId,
      NewBucket bucket,
      String key,
      String cause,
      Instant now) {
    String unit = bucket.units() ? bucket.service().unit() : null;
    long id =
        Sql.query(
                connection,
                "insert into charging.bucket (charging_account_id, kind, unit, amount, valid_from,"
                    + " valid_to, priority, service, zones, bands, origin, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                row -> row.getLong(1),
                chargingAccountId,
                bucket.units() ? "UNITS" : "MONEY",
                unit,
                bucket.amount(),
                start(bucket.validFrom()),
                bucket.validTo() == null ? null : start(bucket.validTo().plusDays(1)),
                bucket.priority(),
                bucket.service() == null ? null : bucket.service().name(),
                Sql.ArrayOf.texts(bucket.zones()),
                Sql.ArrayOf.texts(bucket.bands()),
                cause.length() > 200 ? cause.substring(0, 200) : cause,
                now)
            .get(0);
    Sql.update(
        connection,
        "insert into charging.ledger_entry (charging_account_id, at, kind, amount, balance_after,"
            + " session_id, request_number, explanation, bucket_id, unit)"
            + " values (?, ?, 'ADJUSTMENT', ?, ?, ?, 1, ?, ?, ?)",
        chargingAccountId,
        now,
        bucket.amount(),
        bucket.amount(),
        key,
        cause,
        id,
        unit);
    Sql.update(
        connection,
        "update charging.charging_account set version = version + 1 where id = ?",
        chargingAccountId);
    return id;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OperatorZone.ID).toInstant();
  }

  private static BucketRow read(ResultSet row) throws SQLException {
    String service = row.getString(10);
    return new BucketRow(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getBigDecimal(5),
        row.getBigDecimal(6),
        Sql.instant(row, 7),
        Sql.instant(row, 8),
        row.getInt(9),
        service == null ? null : ServiceKind.valueOf(service),
        texts(row.getArray(11)),
        texts(row.getArray(12)),
        row.getString(13),
        row.getBoolean(14));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
