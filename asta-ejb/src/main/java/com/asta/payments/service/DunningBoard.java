package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.rules.CustomerClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Where dunned accounts stand, for people to look at. */
@ApplicationScoped
class DunningBoard {
  private static final String OVERDUE =
      " left join lateral (select sum(open_amount) as sum, min(due_on) as oldest"
          + " from payments.open_item i where i.account_id = a.account_id and i.open_amount > 0"
          + " and i.due_on < ?) o on true"
          + " left join lateral (select sum(unallocated) as credit from payments.payment p"
          + " where p.account_id = a.account_id and p.unallocated > 0) k on true";

  private static final String CASES =
      " from payments.dunning_case c"
          + " join payments.financial_account a on a.account_id = c.account_id"
          + " left join payments.dunning_level l"
          + " on l.policy_id = c.policy_id and l.number = c.level"
          + OVERDUE;

  @Inject private Database sql;

  /** Accounts and amounts on each level that is peopled, by class. */
  List<DunningTotal> ladder(LocalDate today) {
    return sql.rows(
        "select c.customer_class, c.level as level_to, l.action, a.currency, count(*) as accounts,"
            + " sum(greatest(coalesce(o.sum, 0) - coalesce(k.credit, 0), 0)) as overdue"
            + CASES
            + " where c.closed_on is null group by 1, 2, 3, 4 order by 2, 3, 1 desc",
        DunningRuns::total,
        today);
  }

  /** Accounts that owe something overdue and have no case, by currency. */
  List<DunningTotal> waiting(LocalDate today) {
    return sql.rows(
        "select 'CONSUMER' as customer_class, 0 as level_to, null as action, a.currency,"
            + " count(*) as accounts, sum(o.sum - coalesce(k.credit, 0)) as overdue"
            + " from payments.financial_account a"
            + OVERDUE
            + " where o.sum - coalesce(k.credit, 0) > 0 and not exists (select 1"
            + " from payments.dunning_case c where c.account_id = a.account_id"
            + " and c.closed_on is null) group by a.currency",
        DunningRuns::total,
        today);
  }

  /** Open cases, the largest debt first; a null class or level means any. */
  List<DunningCaseRow> cases(
      LocalDate today, CustomerClass customerClass, Integer level, int offset, int limit) {
    return sql.rows(
        "select c.*, l.action, a.customer_id, a.number, a.currency, o.oldest,"
            + " greatest(coalesce(o.sum, 0) - coalesce(k.credit, 0), 0) as overdue,"
            + " coalesce(?::date - o.oldest, 0) as days, exists (select 1"
            + " from payments.dunning_pause z where z.account_id = a.account_id"
            + " and (z.until is null or z.until >= ?)) as paused"
            + CASES
            + " where c.closed_on is null and (?::text is null or c.customer_class = ?)"
            + " and (?::int is null or c.level = ?)"
            + " order by overdue desc, c.account_id offset ? limit ?",
        row ->
            new DunningCaseRow(
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("number"),
                "",
                CustomerClass.valueOf(row.getString("customer_class")),
                row.getInt("level"),
                row.getString("action"),
                Database.money(row, "overdue"),
                Database.date(row, "oldest"),
                row.getLong("days"),
                Database.date(row, "last_step_on"),
                row.getBoolean("paused")),
        today,
        today,
        today,
        customerClass,
        customerClass,
        level,
        level,
        offset,
        limit);
  }

  /** Steps carried out, newest first; a null account means any. */
  List<DunningStepRow> steps(Long accountId, int offset, int limit) {
    return sql.rows(
        "select s.*, a.number, a.customer_id, c.closed_on is not null as closed"
            + " from payments.dunning_step s"
            + " join payments.dunning_case c on c.account_id = s.account_id and c.id = s.case_id"
            + " join payments.financial_account a on a.account_id = s.account_id"
            + " where ?::bigint is null or s.account_id = ?"
            + " order by s.done_at desc, s.account_id, s.case_id desc, s.level desc"
            + " offset ? limit ?",
        row ->
            new DunningStepRow(
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("number"),
                "",
                row.getInt("level"),
                row.getString("action"),
                Database.date(row, "done_on"),
                Database.instant(row, "done_at"),
                Money.of(row.getBigDecimal("overdue"), row.getString("currency")),
                row.getString("detail"),
                row.getString("done_by"),
                row.getString("reason"),
                row.getTimestamp("undone_at") != null,
                row.getBoolean("closed")),
        accountId,
        accountId,
        offset,
        limit);
  }
}
