package com.asta.billing.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The final bills that were noted. */
@ApplicationScoped
class FinalBills {
  private static final String CARD =
      "select account_id, ends_on, due_on, status, detail, invoice_id from billing.final_bill";

  @Inject private Database sql;
  @Inject private Clock clock;

  /** Notes that the last service of a billed account ends; a later end takes an earlier's place. */
  void note(long accountId, LocalDate endsOn, LocalDate dueOn) {
    sql.update(
        "update billing.final_bill set status = 'DROPPED', done_at = ?"
            + " where account_id = ? and ends_on < ? and status = 'WAITING'",
        clock.instant(),
        accountId,
        endsOn);
    sql.update(
        "insert into billing.final_bill (account_id, ends_on, due_on, noted_at)"
            + " select account_id, ?, ?, ? from billing.billing_account where account_id = ?"
            + " on conflict do nothing",
        endsOn,
        dueOn,
        clock.instant(),
        accountId);
  }

  /** Accounts whose final bill is due, in the order of their ids. */
  List<Long> due(LocalDate today, long after, int limit) {
    return sql.rows(
        "select account_id from billing.final_bill where status = 'WAITING' and due_on <= ?"
            + " and account_id > ? order by account_id limit ?",
        row -> row.getLong(1),
        today,
        after,
        limit);
  }

  /** The latest one, held against others who make it. */
  Optional<FinalBillCard> locked(long accountId) {
    return sql.first(
        CARD
            + " where account_id = ? and status = 'WAITING' order by ends_on desc limit 1 for update",
        FinalBills::card,
        accountId);
  }

  Optional<FinalBillCard> latest(long accountId) {
    return sql.first(
        CARD + " where account_id = ? and status <> 'DROPPED' order by ends_on desc limit 1",
        FinalBills::card,
        accountId);
  }

  void end(FinalBillCard card, String status, Long invoiceId) {
    sql.update(
        "update billing.final_bill set status = ?, invoice_id = ?::bigint, detail = null,"
            + " done_at = ? where account_id = ? and ends_on = ?",
        status,
        invoiceId,
        clock.instant(),
        card.accountId(),
        card.endsOn());
  }

  void waitsFor(long accountId, String detail) {
    sql.update(
        "update billing.final_bill set detail = ? where account_id = ? and status = 'WAITING'",
        detail,
        accountId);
  }

  private static FinalBillCard card(ResultSet row) throws SQLException {
    return new FinalBillCard(
        row.getLong("account_id"),
        Database.date(row, "ends_on"),
        Database.date(row, "due_on"),
        row.getString("status"),
        row.getString("detail"),
        Database.longOrNull(row, "invoice_id"));
  }
}
