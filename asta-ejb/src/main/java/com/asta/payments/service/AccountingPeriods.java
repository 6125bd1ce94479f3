package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The months of the book. Whoever posts shares a lock that closing takes alone, so that no posting
 * slips into a month that is being closed.
 */
@ApplicationScoped
class AccountingPeriods {
  /** Key of the advisory lock: no row is written for it, so posting stays cheap. */
  private static final int LOCK = 0x4C444752;

  private static final String CHECKED = AccountingPeriods.class.getName();

  @Inject private Database sql;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  /**
   * Refuses a day of a closed month; asks the database once a transaction.
   *
   * @throws PaymentsRefused PERIOD_CLOSED
   */
  void requireOpen(LocalDate day) {
    @SuppressWarnings("unchecked")
    Optional<LocalDate> known = (Optional<LocalDate>) transaction.getResource(CHECKED);
    if (known == null) {
      sql.first("select pg_advisory_xact_lock_shared(?)", row -> true, LOCK);
      known = openFrom();
      transaction.putResource(CHECKED, known);
    }
    if (known.isPresent() && day.isBefore(known.get())) {
      throw new PaymentsRefused(Reason.PERIOD_CLOSED, day, known.get());
    }
  }

  /** The first day that may be booked on; empty while no month was ever closed. */
  Optional<LocalDate> openFrom() {
    return lastClosed().map(month -> month.plusMonths(1));
  }

  Optional<LocalDate> lastClosed() {
    return sql.first(
        "select max(first_day) as day from payments.accounting_period where reopened_at is null"
            + " having max(first_day) is not null",
        row -> Database.date(row, "day"));
  }

  /** Waits for postings under way and keeps others out until the transaction ends. */
  void lock() {
    sql.first("select pg_advisory_xact_lock(?)", row -> true, LOCK);
  }

  /** The months that have postings or were closed, newest first. */
  List<PeriodRow> list(LocalDate today) {
    return sql.rows(
        "select m.first_day, p.closed_at, p.closed_by, p.reopened_at, p.reopened_by, p.reason"
            + " from (select generate_series(date_trunc('month', least((select min(booked_on)"
            + " from payments.ledger_transaction), ?)), date_trunc('month', ?::date),"
            + " interval '1 month')::date as first_day) m"
            + " left join payments.accounting_period p on p.first_day = m.first_day"
            + " order by 1 desc limit 120",
        row ->
            new PeriodRow(
                Database.date(row, "first_day"),
                row.getString("closed_by") != null && row.getString("reopened_by") == null,
                Database.instant(row, "closed_at"),
                row.getString("closed_by"),
                Database.instant(row, "reopened_at"),
                row.getString("reopened_by"),
                row.getString("reason")),
        today,
        today);
  }

  void close(LocalDate firstDay, Instant at, String by) {
    sql.update(
        "insert into payments.accounting_period (first_day, closed_at, closed_by) values (?, ?, ?)"
            + " on conflict (first_day) do update set closed_at = excluded.closed_at,"
            + " closed_by = excluded.closed_by, reopened_at = null, reopened_by = null,"
            + " reason = null",
        firstDay,
        at,
        by);
  }

  void reopen(LocalDate firstDay, Instant at, String by, String reason) {
    sql.update("delete from payments.period_balance where first_day = ?", firstDay);
    sql.update(
        "update payments.accounting_period set reopened_at = ?, reopened_by = ?, reason = ?"
            + " where first_day = ?",
        at,
        by,
        reason,
        firstDay);
  }
}
