package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillingAccount;
import com.asta.billing.rules.PayerRule;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Several billing accounts, and who pays what: a service moves to another account, an employer pays
 * a part, a parent pays for children. Issued bills stay as they are; a rule holds for days of
 * service that nobody was billed for.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class PayerService {
  private static final String SUBJECT = "BillingAccount";
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private PayerRules rules;
  @Inject private BillRuns runs;
  @Inject private Policies policies;
  @Inject private BillingService billing;
  @Inject private CustomerService customers;
  @Inject private SubscriptionService subscriptions;
  @Inject private SystemCaller system;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Opens another account of a customer, billed from today by the operator's default cycle.
   *
   * @param requestKey the same key again answers the first account
   * @return the account's id
   */
  public long openAccount(String requestKey, long customerId) {
    long account = customers.openAccount(requestKey, customerId);
    system.run(() -> billing.openAccount(account, today()));
    return account;
  }

  /**
   * Lets an account pay for another one.
   *
   * @throws BillingRefused ACCOUNT_UNKNOWN, PAYER_INVALID, SUBSCRIPTION_UNKNOWN, CURRENCY_DIFFERS,
   *     PAYER_CYCLE_DIFFERS where a part is paid, PAYER_CYCLIC, PAYER_EXISTS, PAYER_BILLED for days
   *     that were billed, RUN_ALREADY_OPEN
   */
  public long assign(NewPayer wish) {
    BillingAccount owner = known(wish.accountId());
    BillingAccount payer = known(wish.payerAccountId());
    PayerRule rule = rule(wish);
    policies.lock();
    check(owner, payer, rule);
    checkFree(owner, payer);
    long id = rules.add(rule);
    rules.continueBooks(rule);
    audit.record(SUBJECT, owner.getAccountId(), "payerAssigned", words(rule), null, payer(rule));
    audit.record(SUBJECT, payer.getAccountId(), "paysFor", words(rule), null, payee(rule));
    return id;
  }

  /**
   * Ends a rule on a day up to which the payer has not paid yet.
   *
   * @param on first day it no longer holds for; null for the first that can be chosen
   * @throws BillingRefused PAYER_UNKNOWN, PAYER_BILLED, RUN_ALREADY_OPEN
   */
  public void end(long ruleId, LocalDate on) {
    policies.lock();
    PayerRule rule =
        rules.byId(ruleId).orElseThrow(() -> new BillingRefused(Reason.PAYER_UNKNOWN)).rule();
    LocalDate paid = paid(rule);
    LocalDate day = on == null ? paid : on;
    if (day.isBefore(paid)) {
      throw new BillingRefused(Reason.PAYER_BILLED, paid);
    }
    checkFree(known(rule.accountId()), known(rule.payerAccountId()));
    rules.end(ruleId, day);
    audit.record(SUBJECT, rule.accountId(), "payerEnded", words(rule), payer(rule), day.toString());
    audit.record(
        SUBJECT, rule.payerAccountId(), "payerEnded", words(rule), payee(rule), day.toString());
  }

  /** By which rules an account pays or is paid for, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<PayerRow> ofAccount(long accountId) {
    return rules.ofAccount(accountId);
  }

  /** The first day of service for which a rule of an account can be made. */
  public LocalDate earliest(long accountId, Long subscriptionId) {
    LocalDate opened = known(accountId).getOpenedOn();
    LocalDate billed = runs.billedTo(accountId).orElse(opened);
    LocalDate paid = rules.paidUntil(accountId, accountId, subscriptionId).orElse(opened);
    return billed.isAfter(paid) ? billed : paid;
  }

  /** Up to which day of service the payer's bills took its part. */
  private LocalDate paid(PayerRule rule) {
    LocalDate paid =
        rules
            .paidUntil(rule.payerAccountId(), rule.accountId(), rule.subscriptionId())
            .orElse(rule.from());
    LocalDate billed = runs.billedTo(rule.payerAccountId()).orElse(rule.from());
    LocalDate later = billed.isAfter(paid) ? billed : paid;
    return later.isAfter(rule.from()) ? later : rule.from();
  }

  private static PayerRule rule(NewPayer wish) {
    try {
      return new PayerRule(
          wish.accountId(),
          wish.subscriptionId(),
          wish.charges(),
          wish.payerAccountId(),
          wish.percent() == null ? WHOLE : wish.percent(),
          wish.limit(),
          wish.from(),
          wish.until());
    } catch (IllegalArgumentException e) {
      throw new BillingRefused(Reason.PAYER_INVALID);
    }
  }

  private void check(BillingAccount owner, BillingAccount payer, PayerRule rule) {
    if (rule.subscriptionId() != null
        && subscriptions.ofAccounts(List.of(rule.accountId())).stream()
            .noneMatch(each -> each.id() == rule.subscriptionId())) {
      throw new BillingRefused(Reason.SUBSCRIPTION_UNKNOWN);
    }
    if (!owner.getCurrency().equals(payer.getCurrency())) {
      throw new BillingRefused(Reason.CURRENCY_DIFFERS, owner.getCurrency());
    }
    if (!rule.isWhole() && !owner.calendar().cycle().equals(payer.calendar().cycle())) {
      throw new BillingRefused(Reason.PAYER_CYCLE_DIFFERS);
    }
    if (rules.isCycle(rule.accountId(), rule.payerAccountId())) {
      throw new BillingRefused(Reason.PAYER_CYCLIC);
    }
    rules.ofOwner(rule.accountId()).stream()
        .filter(other -> overlaps(other.rule(), rule))
        .findFirst()
        .ifPresent(
            other -> {
              throw new BillingRefused(Reason.PAYER_EXISTS, other.rule().from());
            });
    LocalDate earliest = earliest(rule.accountId(), rule.subscriptionId());
    if (rule.from().isBefore(earliest)) {
      throw new BillingRefused(Reason.PAYER_BILLED, earliest);
    }
  }

  private void checkFree(BillingAccount owner, BillingAccount payer) {
    for (BillRun open : runs.open()) {
      LocalDate end = open.getCycleEnd();
      if (owner.calendar().isBoundary(end) || payer.calendar().isBoundary(end)) {
        throw new BillingRefused(Reason.RUN_ALREADY_OPEN, end);
      }
    }
  }

  private static boolean overlaps(PayerRule one, PayerRule other) {
    return one.charges() == other.charges()
        && Objects.equals(one.subscriptionId(), other.subscriptionId())
        && (one.until() == null || other.from().isBefore(one.until()))
        && (other.until() == null || one.from().isBefore(other.until()));
  }

  private String payer(PayerRule rule) {
    return customers.account(rule.payerAccountId()).number() + ", " + rule.from();
  }

  private String payee(PayerRule rule) {
    return customers.account(rule.accountId()).number() + ", " + rule.from();
  }

  private static String words(PayerRule rule) {
    String of = Optional.ofNullable(rule.subscriptionId()).map(id -> " " + id).orElse("");
    String most = rule.limit() == null ? "" : " ≤ " + rule.limit();
    return rule.charges()
        + of
        + " "
        + rule.percent().stripTrailingZeros().toPlainString()
        + "%"
        + most;
  }

  private BillingAccount known(long accountId) {
    BillingAccount account = entities.find(BillingAccount.class, accountId);
    if (account == null) {
      throw new BillingRefused(Reason.ACCOUNT_UNKNOWN, accountId);
    }
    return account;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
