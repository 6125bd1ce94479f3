package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Database;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.rules.DunningAction;
import com.asta.payments.rules.DunningDecision.Close;
import com.asta.payments.rules.DunningRule;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All dunning cases: how they open, rise and end. */
@ApplicationScoped
class DunningCases {
  /** Why dunning bars; nothing else is unbarred by a payment. */
  static final String BAR_REASON = "dunning";

  private record Opened(long accountId, long id) {}

  /** A level and its action. */
  private record Rise(int level, String action) {
    LocalDate handedOver(LocalDate on) {
      return DunningAction.HAND_OVER.name().equals(action) ? on : null;
    }
  }

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;
  @Inject private DunningAccounts accounts;
  @Inject private DunningPolicies policies;
  @Inject private SubscriptionService subscriptions;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Ends the case, and the bar with it, once what it was opened for is paid. */
  void closeIfSettled(FinancialAccount account) {
    if (account.getDunningLevel() == 0) {
      return;
    }
    entities.flush();
    LocalDate today = OperatorZone.dayOf(clock.instant());
    DunningCandidate facts = accounts.of(List.of(account.getAccountId()), today).get(0);
    if (facts.dunned() != null
        && DunningRule.decide(
                facts.facts(), policies.byId().get(facts.dunned().policyId()).policy())
            instanceof Close) {
      close(List.of(facts), today);
      account.endDunning();
    }
  }

  /** Ends the cases of locked accounts. */
  void close(List<DunningCandidate> settled, LocalDate on) {
    if (settled.isEmpty()) {
      return;
    }
    List<Long> ids = settled.stream().map(DunningCandidate::accountId).toList();
    sql.update(
        "update payments.dunning_case set closed_on = ?, version = version + 1"
            + " where account_id = any (?) and closed_on is null",
        on,
        ids);
    sql.update(
        "update payments.financial_account set dunning_level = 0, dunning_barred = false"
            + " where account_id = any (?)",
        ids);
    subscriptions.unbarAccounts(
        settled.stream().filter(DunningCandidate::barred).map(DunningCandidate::accountId).toList(),
        BAR_REASON);
    audit.recordAll(
        "FinancialAccount",
        "changed",
        "dunning",
        settled.stream()
            .map(each -> new AuditLog.Change(each.accountId(), "" + each.reached(), "0"))
            .toList());
  }

  /** Brings the cases of locked accounts, opened now where there is none, to their next level. */
  void raise(List<DunningDue> due, LocalDate on) {
    open(due.stream().filter(each -> each.account().dunned() == null).toList(), on);
    due.stream()
        .collect(Collectors.groupingBy(each -> new Rise(each.levelTo(), each.action())))
        .forEach((rise, some) -> raise(rise, some, on));
    audit.recordAll(
        "FinancialAccount",
        "changed",
        "dunning",
        due.stream()
            .map(
                each ->
                    new AuditLog.Change(
                        each.accountId(), "" + each.account().reached(), "" + each.levelTo()))
            .toList());
  }

  private void open(List<DunningDue> due, LocalDate on) {
    sql.batch(
        "insert into payments.dunning_case (account_id, id, opened_on, level, last_step_on,"
            + " policy_id, customer_class, handed_over_on)"
            + " values (?, nextval('payments.dunning_case_seq'), ?, ?, ?, ?, ?, ?)",
        due.stream()
            .map(
                each ->
                    new Object[] {
                      each.accountId(),
                      on,
                      each.levelTo(),
                      on,
                      each.policyId(),
                      each.customerClass(),
                      new Rise(each.levelTo(), each.action()).handedOver(on)
                    })
            .toList());
  }

  /** Many accounts reach few levels: a statement for each, along the index. */
  private void raise(Rise rise, List<DunningDue> due, LocalDate on) {
    sql.update(
        "update payments.dunning_case set level = ?, last_step_on = ?, version = version + 1,"
            + " handed_over_on = coalesce(?::date, handed_over_on)"
            + " where account_id = any (?) and closed_on is null",
        rise.level(),
        on,
        rise.handedOver(on),
        due.stream()
            .filter(each -> each.account().dunned() != null)
            .map(DunningDue::accountId)
            .toList());
    sql.update(
        "update payments.financial_account set dunning_level = ?,"
            + " dunning_barred = dunning_barred or ? in ('BAR', 'TERMINATE')"
            + " where account_id = any (?)",
        rise.level(),
        rise.action(),
        due.stream().map(DunningDue::accountId).toList());
  }

  /** The open cases of accounts: case id by account id. */
  Map<Long, Long> openOf(Collection<Long> accountIds) {
    return sql
        .rows(
            "select account_id, id from payments.dunning_case"
                + " where account_id = any (?) and closed_on is null",
            row -> new Opened(row.getLong("account_id"), row.getLong("id")),
            accountIds)
        .stream()
        .collect(Collectors.toMap(Opened::accountId, Opened::id));
  }
}
