package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillRunKind;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.QuarantineReason;
import com.asta.common.AccountRange;
import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bill runs and the state of each account in them. */
@ApplicationScoped
class BillRuns {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;
  @Inject private Bills bills;
  @Inject private AccountStates states;

  void add(BillRun run) {
    entities.persist(run);
    entities.flush();
  }

  BillRun get(long id) {
    return known(entities.find(BillRun.class, id), id);
  }

  /** Waits for whoever else is changing the run. */
  BillRun locked(long id) {
    return known(entities.find(BillRun.class, id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static BillRun known(BillRun run, long id) {
    if (run == null) {
      throw new BillingRefused(BillingRefused.Reason.RUN_UNKNOWN, id);
    }
    return run;
  }

  List<BillRun> list(int offset, int limit) {
    return entities
        .createQuery(
            "select r from BillRun r where r.kind = :kind order by r.id desc", BillRun.class)
        .setParameter("kind", BillRunKind.CYCLE)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultList();
  }

  List<BillRun> open() {
    return entities
        .createQuery(
            "select r from BillRun r where r.kind = :kind and r.status in :open", BillRun.class)
        .setParameter("kind", BillRunKind.CYCLE)
        .setParameter(
            "open", List.of(BillRunStatus.TRIAL, BillRunStatus.REVIEW, BillRunStatus.APPROVED))
        .getResultList();
  }

  /** True if a period of any account ends on the day; the accounts of other days are not read. */
  boolean anyCycleEnds(LocalDate day) {
    byIndex();
    return sql.first(
            "select 1 from billing.billing_account a where " + CycleEnds.on(day) + " limit 1",
            row -> true)
        .isPresent();
  }

  /** True if a period of the same account ends on both days. */
  boolean anyCycleEnds(LocalDate day, LocalDate other) {
    return sql.first(
            "select 1 from billing.billing_account a where "
                + CycleEnds.on(day)
                + " and "
                + CycleEnds.on(other)
                + " limit 1",
            row -> true)
        .isPresent();
  }

  /**
   * Puts every account into the run that is due and not billed up to the day. They are counted in
   * the run by the same transaction: no foreign key looks for the run with each of them. Only a run
   * that has accounts already looks whether each is one of them.
   */
  void prepare(long runId, LocalDate cycleEnd) {
    sql.first(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "bill run " + runId);
    boolean again =
        sql.first(
                "select 1 from billing.bill_run_account where run_id = ? limit 1",
                row -> true,
                runId)
            .isPresent();
    int added =
        sql.update(
            "insert into billing.bill_run_account (run_id, account_id, shard)"
                + " select ?, a.account_id, a.shard from billing.billing_account a where "
                + CycleEnds.on(cycleEnd)
                + " and not exists (select 1 from billing.bill_run r join billing.bill b"
                + " on b.run_id = r.id where r.cycle_end >= ? and b.account_id = a.account_id and "
                + Bills.FINAL
                + ")"
                + (again ? " on conflict do nothing" : ""),
            runId,
            cycleEnd);
    counted(runId, added);
  }

  private void counted(long runId, int added) {
    int runs =
        sql.update(
            "update billing.bill_run set accounts = accounts + ? where id = ?", added, runId);
    if (runs != 1) {
      throw new IllegalStateException("There is no bill run " + runId);
    }
  }

  /** Up to which day an account is billed. */
  Optional<LocalDate> billedTo(long accountId) {
    return sql.rows(
            "select max(cycle_end) as billed_to from billing.bill b where account_id = ? and "
                + Bills.FINAL,
            row -> Optional.ofNullable(Database.date(row, "billed_to")),
            accountId)
        .get(0);
  }

  /** Puts one account into a run of its own. */
  void addAccount(long runId, long accountId, int shard) {
    sql.update(
        "insert into billing.bill_run_account (run_id, account_id, shard) values (?, ?, ?)",
        runId,
        accountId,
        shard);
    counted(runId, 1);
  }

  /** The run of a key, if it was used. */
  Optional<Long> byKey(String requestKey) {
    return sql.first(
        "select id from billing.bill_run where request_key = ?", row -> row.getLong(1), requestKey);
  }

  /**
   * Tells the database how many rows there are, so that statements are not planned for the tables
   * of before: after the first big run of a database, which knows of few rows yet.
   *
   * @param tables what the step has written, with their schema
   */
  void count(long runId, String... tables) {
    sql.rows(
            "select t.name from unnest(?) t (name) join pg_class c on c.oid = t.name::regclass"
                + " where c.reltuples < (select accounts from billing.bill_run where id = ?)",
            row -> row.getString(1),
            tables,
            runId)
        .forEach(few -> sql.update("analyze " + few));
  }

  /**
   * In this transaction rows are found by index, even where a run begins with empty tables, and
   * nothing is planned anew for each list of a thousand keys.
   */
  void byIndex() {
    sql.first(
        "select set_config('enable_seqscan', 'off', true),"
            + " set_config('plan_cache_mode', 'force_generic_plan', true)",
        row -> row.getString(1));
  }

  /** How many accounts the run has. */
  long accounts(long runId) {
    return sql.number("select accounts from billing.bill_run where id = ?", runId);
  }

  /** The id of the account at a place of their order in the run, from 0. */
  long accountAt(long runId, long place) {
    return sql.number(
        "select account_id from billing.bill_run_account where run_id = ?"
            + " order by account_id offset ? limit 1",
        runId,
        place);
  }

  /** The next accounts of a range in one state of the run, ascending. */
  List<Long> next(long runId, String status, AccountRange range, int limit) {
    return sql.rows(
        "select account_id from billing.bill_run_account where run_id = ? and status = ?"
            + " and account_id > ? and account_id <= ? order by account_id limit ?",
        row -> row.getLong(1),
        runId,
        status,
        range.after(),
        range.last(),
        limit);
  }

  /** The drafts of those of some accounts of the run that have one, by account. */
  Map<Long, Long> drafts(long runId, Collection<Long> accountIds) {
    Map<Long, Long> drafts = new HashMap<>();
    sql.rows(
        "select account_id, bill_id from billing.bill_run_account"
            + " where run_id = ? and account_id = any (?) and status = 'DRAFTED'",
        row -> drafts.put(row.getLong(1), row.getLong(2)),
        runId,
        accountIds);
    return drafts;
  }

  int putBack(long runId, boolean quarantinedOnly) {
    return sql.update(
        "update billing.bill_run_account set status = 'PENDING', reason = null, detail = null"
            + " where run_id = ? and (status = 'QUARANTINED' or not ?)",
        runId,
        quarantinedOnly);
  }

  int putBack(long runId, long accountId) {
    return sql.update(
        "update billing.bill_run_account set status = 'PENDING', reason = null, detail = null"
            + " where run_id = ? and account_id = ?",
        runId,
        accountId);
  }

  /** True if there is an invoice for every number that the run took. */
  boolean allIssued(long runId) {
    return sql.first(
            "select (select count(*) from billing.invoice where run_id = ?) ="
                + " (select coalesce(sum(size), 0) from billing.number_block where run_id = ?)",
            row -> row.getBoolean(1),
            runId,
            runId)
        .orElseThrow();
  }

  /** How many invoices a run has made of its drafts. */
  private long issued(long runId) {
    return sql.number("select count(*) from billing.invoice where run_id = ?", runId);
  }

  BillRunTotals totals(long runId) {
    Map<String, Long> counts = new HashMap<>();
    sql.rows(
        "select status, count(*) from billing.bill_run_account where run_id = ? group by status",
        row -> counts.put(row.getString(1), row.getLong(2)),
        runId);
    List<BillRunTotals.RunSum> sums =
        sql.rows(
            "select currency, count(*) as bills, sum(net) as net, sum(tax) as tax,"
                + " sum(gross) as gross from billing.bill where run_id = ? group by currency"
                + " order by count(*) desc",
            row -> {
              String currency = row.getString("currency");
              return new BillRunTotals.RunSum(
                  row.getLong("bills"),
                  Money.of(row.getBigDecimal("net"), currency),
                  Money.of(row.getBigDecimal("tax"), currency),
                  Money.of(row.getBigDecimal("gross"), currency));
            },
            runId);
    long issued = issued(runId);
    return new BillRunTotals(
        counts.getOrDefault("PENDING", 0L),
        counts.getOrDefault("DRAFTED", 0L) - issued,
        counts.getOrDefault("EMPTY", 0L),
        counts.getOrDefault("CARRIED", 0L),
        counts.getOrDefault("HELD", 0L),
        counts.getOrDefault("QUARANTINED", 0L),
        issued,
        sums);
  }

  /** Drops the account's drafts that wait for approval, and says in their runs why. */
  void holdDraft(long accountId, String reason) {
    List<Long> waiting =
        sql.rows(
            "select r.id from billing.bill_run r join billing.bill_run_account a"
                + " on a.run_id = r.id and a.account_id = ? and a.status = 'DRAFTED'"
                + " where r.status = 'REVIEW' order by r.id for update of r",
            row -> row.getLong(1),
            accountId);
    for (long runId : waiting) {
      bills.drop(
          states.record(
              runId,
              List.of(new AccountState(accountId, "HELD", QuarantineReason.HELD, reason, null))));
    }
  }

  /** Why accounts were set aside, most frequent first. */
  Map<QuarantineReason, Long> reasons(long runId) {
    Map<QuarantineReason, Long> reasons = new EnumMap<>(QuarantineReason.class);
    sql.rows(
        "select reason, count(*) from billing.bill_run_account"
            + " where run_id = ? and reason is not null and status = 'QUARANTINED'"
            + " group by reason",
        row -> reasons.put(QuarantineReason.valueOf(row.getString(1)), row.getLong(2)),
        runId);
    return reasons;
  }

  /**
   * Account id, reason and detail of accounts that were set aside ({@code QUARANTINED}) or are held
   * back ({@code HELD}).
   */
  List<AccountState> aside(long runId, String status, int offset, int limit) {
    return sql.rows(
        "select account_id, status, reason, detail from billing.bill_run_account"
            + " where run_id = ? and reason is not null and status = ?"
            + " order by account_id offset ? limit ?",
        row ->
            new AccountState(
                row.getLong(1),
                row.getString(2),
                QuarantineReason.valueOf(row.getString(3)),
                row.getString(4),
                null),
        runId,
        status,
        offset,
        limit);
  }
}
