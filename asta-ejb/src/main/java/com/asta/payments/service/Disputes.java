package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All disputes. */
@ApplicationScoped
class Disputes {
  private static final String ROWS =
      "select e.*, a.number, a.customer_id, i.number as item_number, i.document_id, i.kind,"
          + " i.open_amount from payments.dispute e"
          + " join payments.financial_account a on a.account_id = e.account_id"
          + " join payments.open_item i on i.account_id = e.account_id and i.id = e.open_item_id";

  @Inject private Database sql;

  /** Opens a dispute; empty if the item has an open one. */
  Optional<Long> open(
      long accountId,
      long openItemId,
      Money amount,
      DisputeReason reason,
      String detail,
      Instant at,
      String by) {
    return sql.first(
        "insert into payments.dispute (account_id, open_item_id, amount, currency, reason, detail,"
            + " opened_at, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (account_id, open_item_id) where state = 'OPEN' do nothing"
            + " returning id",
        row -> row.getLong(1),
        accountId,
        openItemId,
        amount.amount(),
        amount.currency(),
        reason,
        detail,
        at,
        by);
  }

  /** Decides an open dispute; false if it is decided. */
  boolean decide(long id, DisputeRow.State state, String decision, Instant at, String by) {
    return sql.update(
            "update payments.dispute set state = ?, decision = ?, decided_at = ?, decided_by = ?"
                + " where id = ? and state = 'OPEN'",
            state,
            decision,
            at,
            by,
            id)
        == 1;
  }

  Optional<DisputeRow> find(long id) {
    return sql.first(ROWS + " where e.id = ?", Disputes::row, id);
  }

  /** Open disputes, oldest first. */
  List<DisputeRow> work(int offset, int limit) {
    return sql.rows(
        ROWS + " where e.state = 'OPEN' order by e.opened_at, e.id offset ? limit ?",
        Disputes::row,
        offset,
        limit);
  }

  /** Disputes of an account, newest first. */
  List<DisputeRow> ofAccount(long accountId, int limit) {
    return sql.rows(
        ROWS + " where e.account_id = ? order by e.id desc limit ?",
        Disputes::row,
        accountId,
        limit);
  }

  private static DisputeRow row(ResultSet row) throws SQLException {
    return new DisputeRow(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getLong("customer_id"),
        row.getString("number"),
        "",
        row.getLong("open_item_id"),
        row.getString("item_number"),
        "INVOICE".equals(row.getString("kind")) ? Database.longOrNull(row, "document_id") : null,
        Database.money(row, "amount"),
        Database.money(row, "open_amount"),
        DisputeReason.valueOf(row.getString("reason")),
        row.getString("detail"),
        DisputeRow.State.valueOf(row.getString("state")),
        Database.instant(row, "opened_at"),
        row.getString("opened_by"),
        Database.instant(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("decision"));
  }
}
