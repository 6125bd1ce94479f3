package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillRunKind;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.QuarantineReason;
import com.asta.common.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
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

  @Inject private Sql sql;

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

  boolean anyCycleEnds(LocalDate day) {
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

  /** Puts every account into the run that is due and not billed up to the day. */
  int prepare(long runId, LocalDate cycleEnd) {
    return sql.update(
        "insert into billing.bill_run_account (run_id, account_id, shard)"
            + " select ?, a.account_id, a.shard from billing.billing_account a where "
            + CycleEnds.on(cycleEnd)
            + " and not exists (select 1 from billing.bill b where b.account_id = a.account_id"
            + " and b.status = 'FINAL' and b.cycle_end >= ?) on conflict do nothing",
        runId,
        cycleEnd);
  }

  /** Up to which day an account is billed. */
  Optional<LocalDate> billedTo(long accountId) {
    return sql.list(
            "select max(cycle_end) as billed_to from billing.bill"
                + " where account_id = ? and status = 'FINAL'",
            row -> Optional.ofNullable(Sql.date(row, "billed_to")),
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
  }

  /** The run of a key, if it was used. */
  Optional<Long> byKey(String requestKey) {
    return sql.first(
        "select id from billing.bill_run where request_key = ?", row -> row.getLong(1), requestKey);
  }

  /** The next accounts of some shards that wait to be calculated, ascending. */
  List<Long> pending(long runId, int firstShard, int lastShard, long after, int limit) {
    return sql.list(
        "select account_id from billing.bill_run_account where run_id = ? and status = 'PENDING'"
            + " and shard between ? and ? and account_id > ? order by account_id limit ?",
        row -> row.getLong(1),
        runId,
        firstShard,
        lastShard,
        after,
        limit);
  }

  /** The next numbered drafts of some shards that are not invoices yet, by account. */
  List<Long> numbered(long runId, int firstShard, int lastShard, long after, int limit) {
    return sql.list(
        "select account_id from billing.bill_run_account where run_id = ? and status = 'DRAFTED'"
            + " and shard between ? and ? and account_id > ? order by account_id limit ?",
        row -> row.getLong(1),
        runId,
        firstShard,
        lastShard,
        after,
        limit);
  }

  /** One outcome an account. */
  record AccountState(long accountId, String status, QuarantineReason reason, String detail) {}

  void record(long runId, List<AccountState> states) {
    sql.batch(
        "update billing.bill_run_account set status = ?, reason = ?, detail = ?"
            + " where account_id = ? and run_id = ?",
        states.stream()
            .map(
                s ->
                    new Object[] {
                      s.status(),
                      s.reason() == null ? null : s.reason().name(),
                      s.detail(),
                      s.accountId(),
                      runId
                    })
            .toList());
  }

  int putBack(long runId, boolean quarantinedOnly) {
    return sql.update(
        "update billing.bill_run_account set status = 'PENDING', reason = null, detail = null"
            + " where run_id = ? and status <> 'FINAL' and (status = 'QUARANTINED' or not ?)",
        runId,
        quarantinedOnly);
  }

  int putBack(long runId, long accountId) {
    return sql.update(
        "update billing.bill_run_account set status = 'PENDING', reason = null, detail = null"
            + " where run_id = ? and account_id = ? and status <> 'FINAL'",
        runId,
        accountId);
  }

  BillRunTotals totals(long runId) {
    Map<String, Long> counts = new HashMap<>();
    sql.list(
        "select status, count(*) from billing.bill_run_account where run_id = ? group by status",
        row -> counts.put(row.getString(1), row.getLong(2)),
        runId);
    List<BillRunTotals.RunSum> sums =
        sql.list(
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
    return new BillRunTotals(
        counts.getOrDefault("PENDING", 0L),
        counts.getOrDefault("DRAFTED", 0L),
        counts.getOrDefault("EMPTY", 0L),
        counts.getOrDefault("CARRIED", 0L),
        counts.getOrDefault("HELD", 0L),
        counts.getOrDefault("QUARANTINED", 0L),
        counts.getOrDefault("FINAL", 0L),
        sums);
  }

  /** Drops the account's drafts that wait for approval, and says in their runs why. */
  void holdDraft(long accountId, String reason) {
    List<Long> waiting =
        sql.list(
            "select r.id from billing.bill_run r join billing.bill_run_account a"
                + " on a.run_id = r.id and a.account_id = ? and a.status = 'DRAFTED'"
                + " where r.status = 'REVIEW' order by r.id for update of r",
            row -> row.getLong(1),
            accountId);
    for (long runId : waiting) {
      sql.update(
          "delete from billing.bill where account_id = ? and run_id = ? and status = 'DRAFT'",
          accountId,
          runId);
      record(runId, List.of(new AccountState(accountId, "HELD", QuarantineReason.HELD, reason)));
    }
  }

  /** Why accounts were set aside, most frequent first. */
  Map<QuarantineReason, Long> reasons(long runId) {
    Map<QuarantineReason, Long> reasons = new EnumMap<>(QuarantineReason.class);
    sql.list(
        "select reason, count(*) from billing.bill_run_account"
            + " where run_id = ? and status = 'QUARANTINED' group by reason",
        row -> reasons.put(QuarantineReason.valueOf(row.getString(1)), row.getLong(2)),
        runId);
    return reasons;
  }

  /**
   * Account id, reason and detail of accounts that were set aside ({@code QUARANTINED}) or are held
   * back ({@code HELD}).
   */
  List<AccountState> aside(long runId, String status, int offset, int limit) {
    return sql.list(
        "select account_id, status, reason, detail from billing.bill_run_account"
            + " where run_id = ? and reason is not null and status = ?"
            + " order by account_id offset ? limit ?",
        row ->
            new AccountState(
                row.getLong(1),
                row.getString(2),
                QuarantineReason.valueOf(row.getString(3)),
                row.getString(4)),
        runId,
        status,
        offset,
        limit);
  }
}
