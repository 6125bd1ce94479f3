package com.asta.billing.service;

import com.asta.billing.rules.HoldKind;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All holds. */
@ApplicationScoped
class Holds {
  private static final String ACTIVE =
      "h.ended_at is null and h.valid_from <= ? and (h.valid_until is null or h.valid_until > ?)";

  @Inject private Database sql;
  @Inject private Clock clock;

  /** The holds of accounts that make a run pass them by today, by account. */
  Map<Long, HoldRow> stoppingRuns(Collection<Long> accountIds) {
    Map<Long, HoldRow> held = new HashMap<>();
    active(accountIds, today()).stream()
        .filter(hold -> hold.kind().stopsRuns())
        .forEach(hold -> held.putIfAbsent(hold.accountId(), hold));
    return held;
  }

  /** What is held back for accounts on a day, the strictest kind first. */
  List<HoldRow> active(Collection<Long> accountIds, LocalDate on) {
    return sql.rows(
        "select h.* from billing.hold h where h.account_id = any (?) and "
            + ACTIVE
            + " order by h.account_id, h.kind, h.id",
        this::row,
        accountIds,
        on,
        on);
  }

  /** Everything ever held back for an account, newest first. */
  List<HoldRow> ofAccount(long accountId) {
    return sql.rows(
        "select h.* from billing.hold h where h.account_id = ? order by h.id desc",
        this::row,
        accountId);
  }

  /** Ends what ran out by itself, so that the same can be placed anew. */
  void endExpired(long accountId, HoldKind kind) {
    sql.update(
        "update billing.hold set ended_at = valid_until, ended_by = placed_by"
            + " where account_id = ? and kind = ? and ended_at is null and valid_until <= ?",
        accountId,
        kind,
        today());
  }

  /** False if there is one of the kind. */
  boolean add(
      long accountId, HoldKind kind, String reason, LocalDate from, LocalDate until, String by) {
    return sql.update(
            "insert into billing.hold (account_id, kind, reason, valid_from, valid_until, placed_by,"
                + " placed_at) values (?, ?, ?, ?, ?::date, ?, ?)"
                + " on conflict (account_id, kind) where ended_at is null do nothing",
            accountId,
            kind,
            reason,
            from,
            until,
            by,
            clock.instant())
        == 1;
  }

  /** False if it had ended. */
  boolean end(long accountId, long id, String by) {
    return sql.update(
            "update billing.hold set ended_at = ?, ended_by = ?"
                + " where account_id = ? and id = ? and ended_at is null",
            clock.instant(),
            by,
            accountId,
            id)
        == 1;
  }

  LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  private HoldRow row(ResultSet row) throws SQLException {
    LocalDate from = Database.date(row, "valid_from");
    LocalDate until = Database.date(row, "valid_until");
    boolean covers = !today().isBefore(from) && (until == null || today().isBefore(until));
    return new HoldRow(
        row.getLong("id"),
        row.getLong("account_id"),
        HoldKind.valueOf(row.getString("kind")),
        row.getString("reason"),
        from,
        until,
        row.getString("placed_by"),
        Database.instant(row, "placed_at"),
        row.getString("ended_by"),
        Database.instant(row, "ended_at"),
        covers && row.getTimestamp("ended_at") == null);
  }
}
