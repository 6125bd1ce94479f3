package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.payments.model.DunningCase;
import com.asta.payments.model.DunningStep;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.rules.DunningFacts;
import com.asta.payments.rules.DunningLevel;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All dunning cases, and the facts they are decided from. */
@ApplicationScoped
class DunningCases {
  private static final String FACTS =
      "select a.account_id, a.customer_id, a.number, a.currency, a.dunning_level,"
          + " a.dunning_paused, o.oldest, coalesce(o.overdue, 0) - coalesce(c.credit, 0) as overdue"
          + " from payments.financial_account a"
          + " left join lateral (select sum(open_amount) as overdue, min(due_on) as oldest"
          + " from payments.open_item i where i.account_id = a.account_id and i.open_amount > 0"
          + " and i.due_on < ?) o on true"
          + " left join lateral (select sum(unallocated) as credit from payments.payment p"
          + " where p.account_id = a.account_id and p.unallocated > 0) c on true";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Sql sql;
  @Inject private SubscriptionService subscriptions;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** The facts of one account, after all that this transaction has changed. */
  DunningCandidate facts(FinancialAccount account, LocalDate asOf) {
    entities.flush();
    return sql.first(
            FACTS + " where a.account_id = ?",
            row -> candidate(row, asOf),
            asOf,
            account.getAccountId())
        .orElseThrow();
  }

  /** Accounts that owe something overdue or are being dunned, in the order of their ids. */
  List<DunningCandidate> candidates(LocalDate asOf, long afterAccountId, int limit) {
    return sql.list(
        FACTS
            + " where a.account_id > ? and (o.oldest is not null or a.dunning_level <> 'NONE')"
            + " order by a.account_id limit ?",
        row -> candidate(row, asOf),
        asOf,
        afterAccountId,
        limit);
  }

  long countCandidates(LocalDate asOf) {
    return sql.first(
            "select count(*) from payments.financial_account a where a.dunning_level <> 'NONE'"
                + " or exists (select 1 from payments.open_item i"
                + " where i.account_id = a.account_id and i.open_amount > 0 and i.due_on < ?)",
            row -> row.getLong(1),
            asOf)
        .orElse(0L);
  }

  /** The open case of an account, opened now if there is none. */
  DunningCase open(FinancialAccount account, LocalDate asOf) {
    return current(account)
        .orElseGet(
            () -> {
              DunningCase opened = new DunningCase(account.getAccountId(), asOf);
              entities.persist(opened);
              return opened;
            });
  }

  void add(DunningStep step) {
    entities.persist(step);
  }

  /** Ends the case, and the bar with it, once nothing is overdue. */
  void closeIfSettled(FinancialAccount account) {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    if (account.getDunningLevel() != DunningLevel.NONE
        && !facts(account, today).facts().overdue().isPositive()) {
      close(account, today);
    }
  }

  /** Those of the accounts that are being dunned, in the order of their ids. */
  List<Long> inDunning(Collection<Long> accountIds) {
    return accountIds.isEmpty()
        ? List.of()
        : sql.list(
            "select account_id from payments.financial_account where account_id = any (?)"
                + " and dunning_level <> 'NONE' order by account_id",
            row -> row.getLong(1),
            accountIds);
  }

  void close(FinancialAccount account, LocalDate on) {
    DunningLevel reached = account.getDunningLevel();
    current(account).ifPresent(found -> found.close(on));
    account.reach(DunningLevel.NONE);
    if (reached == DunningLevel.BARRED) {
      subscriptions.unbarAccount(account.getAccountId(), "dunning");
    }
    audit.change(
        "FinancialAccount",
        account.getAccountId(),
        "dunning",
        reached.name(),
        DunningLevel.NONE.name());
  }

  List<LadderRow> ladder(LocalDate asOf, String currency) {
    return sql.list(
        "select l.level, count(f.account_id) as accounts,"
            + " coalesce(sum(greatest(f.overdue, 0)), 0) as overdue, ?::text as currency"
            + " from unnest(array['NONE', 'REMINDER', 'FEE', 'BARRED']) with ordinality"
            + " as l (level, place) left join ("
            + FACTS
            + " where o.oldest is not null) f on f.dunning_level = l.level"
            + " and (f.overdue > 0 or f.dunning_level <> 'NONE')"
            + " group by l.level, l.place order by l.place",
        row ->
            new LadderRow(
                DunningLevel.valueOf(row.getString("level")),
                row.getLong("accounts"),
                Sql.money(row, "overdue")),
        currency,
        asOf);
  }

  /** Steps carried out, newest first; null account means any. */
  List<DunningStepRow> steps(Long accountId, int offset, int limit) {
    return sql.list(
        "select s.*, a.number, a.customer_id, c.closed_on is not null as closed"
            + " from payments.dunning_step s"
            + " join payments.dunning_case c on c.account_id = s.account_id and c.id = s.case_id"
            + " join payments.financial_account a on a.account_id = s.account_id"
            + " where ?::bigint is null or s.account_id = ?"
            + " order by s.done_at desc, s.case_id desc offset ? limit ?",
        row ->
            new DunningStepRow(
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("number"),
                "",
                DunningLevel.valueOf(row.getString("level")),
                Sql.instant(row, "done_at"),
                Sql.money(row, "overdue"),
                row.getString("detail"),
                row.getBoolean("closed")),
        accountId,
        accountId,
        offset,
        limit);
  }

  private Optional<DunningCase> current(FinancialAccount account) {
    return entities
        .createQuery(
            "select c from DunningCase c where c.accountId = :account and c.closedOn is null",
            DunningCase.class)
        .setParameter("account", account.getAccountId())
        .getResultStream()
        .findFirst();
  }

  private static DunningCandidate candidate(ResultSet row, LocalDate asOf) throws SQLException {
    LocalDate oldest = Sql.date(row, "oldest");
    Money overdue =
        oldest == null ? Money.zero(row.getString("currency")) : Sql.money(row, "overdue");
    return new DunningCandidate(
        row.getLong("account_id"),
        row.getLong("customer_id"),
        row.getString("number"),
        oldest,
        new DunningFacts(
            overdue,
            oldest == null ? 0 : ChronoUnit.DAYS.between(oldest, asOf),
            DunningLevel.valueOf(row.getString("dunning_level")),
            row.getBoolean("dunning_paused")));
  }
}
