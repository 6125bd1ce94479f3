package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningFacts;
import com.asta.payments.rules.DunningFacts.Debt;
import com.asta.payments.rules.DunningFacts.Standing;
import com.asta.payments.service.DunningCandidate.CaseOf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** The accounts that dunning looks at, with their facts, by set queries. */
@ApplicationScoped
class DunningAccounts {
  /** What of an item nobody is dunned for: it is disputed, or in a plan that is kept. */
  private static final String HELD =
      "select coalesce(sum(held), 0) as held from (select e.amount as held"
          + " from payments.dispute e where e.account_id = i.account_id"
          + " and e.open_item_id = i.id and e.state = 'OPEN'"
          + " union all select i.open_amount from payments.instalment_plan_item n"
          + " join payments.instalment_plan p on p.id = n.plan_id and p.closed_at is null"
          + " where n.account_id = i.account_id and n.open_item_id = i.id"
          + " and p.agreed_on <= d.day and payments.plan_is_kept(p.id, d.day)) w";

  /** A promise whose day has not passed and that is not kept yet. */
  private static final String PROMISED =
      "exists (select 1 from payments.promise w where w.account_id = a.account_id"
          + " and w.withdrawn_at is null and d.day between w.made_on and w.due_on"
          + " and w.amount > coalesce((select sum(p.amount) from payments.payment p"
          + " where p.account_id = w.account_id and p.received_on between w.made_on and w.due_on"
          + " and p.returned = 0 and p.method <> 'CREDIT_NOTE'), 0))";

  private static final String FACTS =
      "select a.account_id, a.customer_id, a.number, a.currency, a.shard, a.dunning_level,"
          + " a.dunning_barred, c.id as case_id, c.opened_on, c.policy_id, c.customer_class,"
          + " c.last_step_on, o.oldest, o.overdue, o.dunnable, o.dunnable_oldest, k.credit,"
          + " z.account_id is not null or "
          + PROMISED
          + " as paused from (select ?::date as day) d cross join payments.financial_account a"
          + " left join payments.dunning_case c"
          + " on c.account_id = a.account_id and c.closed_on is null"
          + " left join lateral (select sum(i.open_amount) as overdue, min(i.due_on) as oldest,"
          + " sum(i.open_amount - least(h.held, i.open_amount)) as dunnable,"
          + " min(i.due_on) filter (where h.held < i.open_amount) as dunnable_oldest"
          + " from payments.open_item i cross join lateral ("
          + HELD
          + ") h where i.account_id = a.account_id and i.open_amount > 0"
          + " and i.due_on < d.day) o on true"
          + " left join lateral (select sum(unallocated) as credit from payments.payment p"
          + " where p.account_id = a.account_id and p.unallocated > 0) k on true"
          + " left join payments.dunning_pause z"
          + " on z.account_id = a.account_id and (z.until is null or z.until >= d.day)";

  private static final String CONCERNED =
      "select n.shard, n.account_id from payments.financial_account n"
          + " where (n.shard, n.account_id) > (?, ?) and n.shard <= ?"
          + " and (exists (select from payments.open_item i where i.account_id = n.account_id"
          + " and i.open_amount > 0 and i.due_on < ?)"
          + " or exists (select from payments.dunning_case c where c.account_id = n.account_id"
          + " and c.closed_on is null)) order by n.shard, n.account_id limit ?";

  @Inject private Database sql;

  /** An account in the order in which runs read: by shard, then by account. */
  record Place(int shard, long accountId) {}

  /** Accounts of some shards that owe something overdue or have a case, in their order. */
  List<Place> concerned(LocalDate asOf, Place after, int lastShard, int limit) {
    return sql.rows(
        CONCERNED,
        row -> new Place(row.getInt("shard"), row.getLong("account_id")),
        after.shard(),
        after.accountId(),
        lastShard,
        asOf,
        limit);
  }

  /** The facts of accounts. */
  List<DunningCandidate> of(Collection<Long> accountIds, LocalDate asOf) {
    return sql.rows(
        FACTS + " where a.account_id = any (?) order by a.account_id",
        row -> candidate(row, asOf),
        asOf,
        accountIds);
  }

  /** As {@link #of}, locked until the transaction ends, in the order of their ids. */
  List<DunningCandidate> locked(Collection<Long> accountIds, LocalDate asOf) {
    sql.rows(
        "select account_id from payments.financial_account where account_id = any (?)"
            + " order by account_id for update",
        row -> row.getLong(1),
        accountIds);
    return of(accountIds, asOf);
  }

  private static DunningCandidate candidate(ResultSet row, LocalDate asOf) throws SQLException {
    LocalDate oldest = Database.date(row, "oldest");
    Long caseId = Database.longOrNull(row, "case_id");
    return new DunningCandidate(
        row.getLong("account_id"),
        row.getLong("customer_id"),
        row.getString("number"),
        row.getString("currency"),
        row.getInt("shard"),
        oldest,
        row.getBoolean("dunning_barred"),
        caseId == null
            ? null
            : new CaseOf(
                caseId,
                row.getLong("policy_id"),
                CustomerClass.valueOf(row.getString("customer_class"))),
        new DunningFacts(
            debt(row, "overdue", oldest, asOf),
            debt(row, "dunnable", Database.date(row, "dunnable_oldest"), asOf),
            caseId == null ? Standing.NONE : standing(row, oldest, asOf),
            row.getBoolean("paused")));
  }

  private static Debt debt(ResultSet row, String column, LocalDate oldest, LocalDate asOf)
      throws SQLException {
    BigDecimal owed = row.getBigDecimal(column);
    BigDecimal credit = row.getBigDecimal("credit");
    String currency = row.getString("currency");
    if (oldest == null || owed == null) {
      return new Debt(Money.zero(currency), 0);
    }
    return new Debt(
        Money.of(credit == null ? owed : owed.subtract(credit), currency),
        ChronoUnit.DAYS.between(oldest, asOf));
  }

  private static Standing standing(ResultSet row, LocalDate oldest, LocalDate asOf)
      throws SQLException {
    LocalDate last = Database.date(row, "last_step_on");
    LocalDate opened = Database.date(row, "opened_on");
    return new Standing(
        true,
        row.getInt("dunning_level"),
        last == null ? 0 : ChronoUnit.DAYS.between(last, asOf),
        oldest == null || !oldest.isBefore(opened));
  }
}
