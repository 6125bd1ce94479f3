package com.asta.payments.service;

import com.asta.billing.service.ManualCharges;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.model.DunningCase;
import com.asta.payments.model.DunningStep;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.rules.DunningDecision;
import com.asta.payments.rules.DunningDecision.Advance;
import com.asta.payments.rules.DunningDecision.Close;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.rules.DunningPolicy;
import com.asta.payments.rules.DunningRule;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Leads overdue accounts up the ladder: reminder, fee, bar; payment ends it at once. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class DunningService {
  private static final int PAGE = 500;
  private static final String FEE = "15";

  @Inject private DunningCases cases;
  @Inject private DunningLetters letters;
  @Inject private FinancialAccounts accounts;
  @Inject private OpenItems openItems;
  @Inject private CustomerService customers;
  @Inject private SubscriptionService subscriptions;
  @Inject private ManualCharges charges;
  @Inject private OperatorProfile operators;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** The business day of now. */
  public LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  /** Accounts to decide about, in the order of their ids. */
  public List<DunningCandidate> candidates(LocalDate asOf, long afterAccountId, int limit) {
    return cases.candidates(asOf, afterAccountId, limit);
  }

  public long countCandidates(LocalDate asOf) {
    return cases.countCandidates(asOf);
  }

  /** What the rule says of an account; changes nothing. */
  public DunningDecision decide(DunningCandidate candidate) {
    return DunningRule.decide(
        candidate.facts(), DunningPolicy.standard(candidate.facts().overdue().currency()));
  }

  /**
   * Decides an account anew and does what is due, in a transaction of its own, so that one bad
   * account does not stop the others.
   *
   * @return the level carried out, NONE when the case was closed, null when nothing was due
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public DunningLevel step(long accountId, LocalDate asOf) {
    FinancialAccount account = accounts.locked(accountId);
    DunningCandidate candidate = cases.facts(account, asOf);
    DunningDecision decision = decide(candidate);
    if (decision instanceof Advance advance) {
      advance(account, advance.to(), candidate, asOf);
      return advance.to();
    }
    if (decision instanceof Close) {
      cases.close(account, asOf);
      return DunningLevel.NONE;
    }
    return null;
  }

  /** What a run on that day would do, without doing it. */
  public List<DunningPlanRow> plan(LocalDate asOf, int offset, int limit) {
    List<DunningPlanRow> plan = new ArrayList<>();
    long after = 0;
    List<DunningCandidate> page = cases.candidates(asOf, after, PAGE);
    while (!page.isEmpty() && plan.size() < offset + limit) {
      for (DunningCandidate candidate : page) {
        DunningDecision decision = decide(candidate);
        if (decision instanceof Advance advance) {
          plan.add(row(candidate, advance.to()));
        } else if (decision instanceof Close) {
          plan.add(row(candidate, null));
        }
      }
      after = page.get(page.size() - 1).accountId();
      page = cases.candidates(asOf, after, PAGE);
    }
    return named(plan.stream().skip(offset).limit(limit).toList());
  }

  /** Accounts and overdue amounts on each level of the ladder. */
  public List<LadderRow> ladder(LocalDate asOf) {
    return cases.ladder(asOf, operators.operator().currency());
  }

  /** Steps carried out on all accounts, newest first. */
  public List<DunningStepRow> history(int offset, int limit) {
    return withNames(cases.steps(null, offset, limit));
  }

  /** Steps carried out on one account, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<DunningStepRow> historyOf(long accountId) {
    return cases.steps(accountId, 0, 50);
  }

  /** Stops dunning of an account until it is resumed; its case stays where it is. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN})
  public void pause(long accountId) {
    FinancialAccount account = accounts.locked(accountId);
    account.pauseDunning();
    audit.record("FinancialAccount", accountId, "paused", "dunning", null, null);
  }

  /** Lets dunning go on. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN})
  public void resume(long accountId) {
    FinancialAccount account = accounts.locked(accountId);
    account.resumeDunning();
    audit.record("FinancialAccount", accountId, "resumed", "dunning", null, null);
  }

  private void advance(
      FinancialAccount account, DunningLevel to, DunningCandidate candidate, LocalDate asOf) {
    DunningLevel before = account.getDunningLevel();
    DunningCase dunned = cases.open(account, asOf);
    dunned.reach(to);
    account.reach(to);
    Money fee = Money.of(FEE, account.getCurrency());
    if (to == DunningLevel.FEE) {
      charges.add(
          "dunning-fee-" + dunned.getId(),
          account.getAccountId(),
          "DUNNING_FEE",
          fee,
          "Reminder fee",
          "Opłata za przypomnienie",
          "EXEMPT");
    } else if (to == DunningLevel.BARRED) {
      subscriptions.barAccount(account.getAccountId(), "dunning");
    }
    List<OpenItemRow> overdue =
        openItems.rows(List.of(account.getAccountId()), false, asOf).stream()
            .filter(item -> item.overdueDays() > 0)
            .toList();
    String writtenTo = letters.send(dunned, candidate, overdue, fee);
    cases.add(
        new DunningStep(dunned, asOf, clock.instant(), candidate.facts().overdue(), writtenTo));
    audit.change("FinancialAccount", account.getAccountId(), "dunning", before.name(), to.name());
  }

  private static DunningPlanRow row(DunningCandidate candidate, DunningLevel next) {
    return new DunningPlanRow(
        candidate.accountId(),
        candidate.customerId(),
        candidate.accountNumber(),
        "",
        candidate.facts().overdue(),
        candidate.facts().overdueDays(),
        candidate.oldestDueOn(),
        candidate.facts().reached(),
        next);
  }

  private List<DunningPlanRow> named(List<DunningPlanRow> rows) {
    Map<Long, CustomerCard> cards =
        customers.cards(rows.stream().map(DunningPlanRow::customerId).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new DunningPlanRow(
                    row.accountId(),
                    row.customerId(),
                    row.accountNumber(),
                    cards.get(row.customerId()).displayName(),
                    row.overdue(),
                    row.overdueDays(),
                    row.oldestDueOn(),
                    row.reached(),
                    row.next()))
        .toList();
  }

  private List<DunningStepRow> withNames(List<DunningStepRow> rows) {
    Map<Long, CustomerCard> cards =
        customers.cards(rows.stream().map(DunningStepRow::customerId).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new DunningStepRow(
                    row.accountId(),
                    row.customerId(),
                    row.accountNumber(),
                    cards.get(row.customerId()).displayName(),
                    row.level(),
                    row.doneAt(),
                    row.overdue(),
                    row.detail(),
                    row.closed()))
        .toList();
  }
}
