package com.asta.charging.service;

import com.asta.charging.rules.Bucket;
import com.asta.charging.rules.ServiceKind;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The statements of buckets; their accounts are locked. */
final class BucketBooks {
  /** The column's default. */
  private static final int STANDARD_PRIORITY = 100;

  private BucketBooks() {}

  /**
   * The buckets of accounts.
   *
   * @param empty also those that nothing is left in, to give something back to them
   */
  static List<Bucket> of(Connection connection, Collection<Long> owners, boolean empty) {
    return Sql.query(
        connection,
        "select id, charging_account_id, unit, amount, reserved, valid_from, valid_to, priority,"
            + " service, zones, bands from charging.bucket where charging_account_id = any (?)"
            + (empty ? "" : " and amount > 0"),
        BucketBooks::bucket,
        Columns.bigints(owners, owner -> owner));
  }

  private static Bucket bucket(ResultSet row) throws SQLException {
    String service = row.getString(9);
    return new Bucket(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getBigDecimal(4),
        row.getBigDecimal(5),
        Sql.instant(row, 6),
        Sql.instant(row, 7),
        row.getInt(8),
        service == null ? null : ServiceKind.valueOf(service),
        texts(row.getArray(10)),
        texts(row.getArray(11)));
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  /** Makes a bucket of money that anything may be paid from, for ever; its entry is not written. */
  static Bucket money(
      Connection connection, long owner, BigDecimal amount, String origin, Instant now) {
    long id =
        Sql.query(
                connection,
                "insert into charging.bucket (charging_account_id, kind, amount, valid_from, origin,"
                    + " created_at) values (?, 'MONEY', ?, ?, ?, ?) returning id",
                row -> row.getLong(1),
                owner,
                amount,
                now,
                origin,
                now)
            .get(0);
    return new Bucket(
        id,
        owner,
        null,
        amount,
        BigDecimal.ZERO,
        now,
        null,
        STANDARD_PRIORITY,
        null,
        Set.of(),
        Set.of());
  }

  static void update(Connection connection, Collection<Bucket> changed) {
    Sql.update(
        connection,
        "update charging.bucket b set amount = n.amount::numeric, reserved = n.reserved::numeric"
            + " from unnest(?::int8[], ?::text[], ?::text[]) n (id, amount, reserved)"
            + " where b.id = n.id",
        Columns.bigints(changed, Bucket::id),
        Columns.amounts(changed, Bucket::amount),
        Columns.amounts(changed, Bucket::reserved));
  }
}
