package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.common.OperatorZone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Reads the entries of charging accounts. */
final class LedgerEntries {
  private LedgerEntries() {}

  private static final String NEWEST =
      " = ? and (?::text is null or kind = ?::text) and at >= ? and at < ?"
          + " order by id desc limit ?)";

  /** The newest first; with what an account used of its group's buckets. */
  static List<LedgerRow> list(DataSource database, LedgerQuery query, int offset, int limit) {
    long id = query.chargingAccountId();
    String kind = query.kind();
    Instant from = query.from() == null ? Instant.EPOCH : start(query.from());
    Instant to = start(query.to() == null ? LocalDate.of(2999, 1, 1) : query.to().plusDays(1));
    int most = offset + limit;
    return Sql.query(
        database,
        "select e.id, e.at, e.kind, e.amount, e.balance_after, a.currency, e.bucket_id, e.unit,"
            + " e.session_id, e.request_number, e.service, e.destination, e.units,"
            + " e.tariff_version_id, e.explanation from ("
            + "(select * from charging.ledger_entry where charging_account_id"
            + NEWEST
            + " union all (select * from charging.ledger_entry where member_id"
            + NEWEST
            + ") e join charging.charging_account a on a.id = e.charging_account_id"
            + " order by e.id desc offset ? limit ?",
        LedgerEntries::read,
        id,
        kind,
        kind,
        from,
        to,
        most,
        id,
        kind,
        kind,
        from,
        to,
        most,
        offset,
        limit);
  }

  private static LedgerRow read(ResultSet row) throws SQLException {
    String service = row.getString(11);
    return new LedgerRow(
        row.getLong(1),
        Sql.instant(row, 2),
        row.getString(3),
        row.getBigDecimal(4),
        row.getBigDecimal(5),
        row.getString(6),
        Sql.longOrNull(row, 7),
        row.getString(8),
        row.getString(9),
        row.getInt(10),
        service == null ? null : ServiceKind.valueOf(service),
        row.getString(12),
        row.getLong(13),
        row.getLong(14),
        row.getString(15));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OperatorZone.ID).toInstant();
  }
}
