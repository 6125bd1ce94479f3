package com.asta.billing.service;

import com.asta.billing.model.BillingAccount;
import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillOutcome;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * An account's next bill before an order is confirmed: the inputs and the calculator of the bill
 * run, with what the order would change. Nothing is stored.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class NextBill {
  /**
   * The next bill with the order and without it.
   *
   * @param without gross of the next bill if nothing is ordered
   */
  public record Comparison(BillPreview with, Money without) {
    /** What the order adds to the bill; below zero if it becomes less. */
    public Money difference() {
      return with.gross().minus(without);
    }
  }

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private BillInputs inputs;
  @Inject private FirstBill firstBill;
  @Inject private Policies policies;
  @Inject private Clock clock;

  /**
   * As if offers were sold to the account.
   *
   * @param offerVersionIds one entry per sold item
   * @param accountId null, or of an account that is not billed yet, for the first bill alone
   * @param promotions the codes that would be redeemed
   */
  public Comparison afterSale(
      List<Long> offerVersionIds, LocalDate start, Long accountId, Collection<String> promotions) {
    BillingAccount account =
        accountId == null ? null : entities.find(BillingAccount.class, accountId);
    if (account == null) {
      BillPreview first = firstBill.preview(offerVersionIds, start, accountId, promotions);
      return new Comparison(first, Money.zero(first.gross().currency()));
    }
    LocalDate reached = later(start, today());
    return compare(
        account, reached, new Plan.Sold(accountId, offerVersionIds, start, Set.copyOf(promotions)));
  }

  /**
   * As if a subscription moved to another offer version.
   *
   * @throws BillingRefused ACCOUNT_UNKNOWN
   */
  public Comparison afterChange(
      long accountId, long subscriptionId, long offerVersionId, LocalDate from) {
    return compare(
        known(accountId), today(), new Plan.Changed(subscriptionId, offerVersionId, from));
  }

  /**
   * As if a subscription ended.
   *
   * @param endsOn first day without service
   * @throws BillingRefused ACCOUNT_UNKNOWN
   */
  public Comparison afterResignation(long accountId, long subscriptionId, LocalDate endsOn) {
    return compare(known(accountId), today(), new Plan.Resigned(subscriptionId, endsOn));
  }

  private Comparison compare(BillingAccount account, LocalDate reached, Plan plan) {
    LocalDate billedOn = account.calendar().onOrAfter(reached.plusDays(1));
    return new Comparison(
        preview(account, billedOn, plan), preview(account, billedOn, Plan.NOTHING).gross());
  }

  private BillPreview preview(BillingAccount account, LocalDate billedOn, Plan plan) {
    BillInputs.Loaded loaded =
        inputs
            .load(List.of(account.getAccountId()), billedOn, policies.tax(), plan)
            .findFirst()
            .orElseThrow();
    if (loaded.fault() != null) {
      throw new BillingRefused(BillingRefused.Reason.NOT_BILLABLE, loaded.fault(), loaded.detail());
    }
    BillOutcome outcome = BillCalculator.draft(loaded.bill());
    if (outcome instanceof BillOutcome.Drafted drafted) {
      return BillPreview.of(drafted.bill());
    }
    BillPreview empty = BillPreview.empty(billedOn, account.getCurrency());
    return outcome instanceof BillOutcome.Carried carried ? empty.carrying(carried.gross()) : empty;
  }

  private BillingAccount known(long accountId) {
    BillingAccount account = entities.find(BillingAccount.class, accountId);
    if (account == null) {
      throw new BillingRefused(BillingRefused.Reason.ACCOUNT_UNKNOWN, accountId);
    }
    return account;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
