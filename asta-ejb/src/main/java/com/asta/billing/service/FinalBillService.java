package com.asta.billing.service;

import com.asta.billing.model.BillRunKind;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import com.asta.products.event.SubscriptionResigned;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferCard;
import com.asta.products.service.SubscribedPhase;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last bill of an account: when its last service has ended and late usage had its time, all is
 * billed and what was paid in advance is given back.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class FinalBillService {
  private static final int HORIZON_YEARS = 50;

  @Inject private FinalBills finals;
  @Inject private OnDemandBills bills;
  @Inject private AdvanceCredits credits;
  @Inject private Policies policies;
  @Inject private SubscriptionService subscriptions;
  @Inject private CatalogueService catalogue;
  @Inject private Clock clock;

  /** Notes the final bill if no service of the account goes on. */
  @RolesAllowed(Roles.SYSTEM)
  public void resigned(SubscriptionResigned fact) {
    lastEnd(fact.accountId(), fact.endsOn())
        .ifPresent(
            end ->
                finals.note(
                    fact.accountId(), end, end.plusDays(policies.policy().finalBillDays())));
  }

  /** Accounts whose final bill is due, ascending. */
  @RolesAllowed(Roles.SYSTEM)
  public List<Long> due(long after, int limit) {
    return finals.due(today(), after, limit);
  }

  /** The final bill of an account, made or waiting. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public Optional<FinalBillCard> ofAccount(long accountId) {
    return finals.latest(accountId);
  }

  /**
   * Makes the final bill in a transaction of its own; usage that comes later is not billed.
   *
   * @return the state it is in then: DONE, DROPPED, or WAITING with what it waits for
   * @throws BillingRefused SERVICE_GOES_ON before the last day is over, ACCOUNT_UNKNOWN if there is
   *     none to make, HELD_BACK, RUN_ALREADY_OPEN, NOT_BILLABLE
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public FinalBillCard make(long accountId) {
    FinalBillCard card =
        finals
            .locked(accountId)
            .orElseThrow(() -> new BillingRefused(Reason.ACCOUNT_UNKNOWN, accountId));
    if (card.endsOn().isAfter(today())) {
      throw new BillingRefused(Reason.SERVICE_GOES_ON, card.endsOn());
    }
    if (lastEnd(accountId, card.endsOn()).isEmpty()) {
      finals.end(card, "DROPPED", null);
    } else {
      close(card);
    }
    return finals.latest(accountId).orElse(card);
  }

  /** Remembers why a final bill could not be made. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void waitsFor(long accountId, String reason) {
    finals.waitsFor(accountId, reason);
  }

  private void close(FinalBillCard card) {
    String key = "final-" + card.accountId() + "-" + card.endsOn();
    BillInputs.Loaded loaded = bills.load(card.accountId());
    if (BillRunWork.outcome(loaded) instanceof BillOutcome.Carried) {
      Optional<String> waiting = credits.giveBack(key, loaded.input());
      if (waiting.isPresent()) {
        finals.waitsFor(card.accountId(), Reason.CREDIT_WAITS.name());
        return;
      }
      loaded = bills.load(card.accountId());
    }
    boolean nothing = BillRunWork.outcome(loaded) instanceof BillOutcome.Empty;
    finals.end(
        card, "DONE", nothing ? null : bills.issue(BillRunKind.FINAL_BILL, key, card.accountId()));
  }

  /** The first day on which the account has no postpaid service; empty if one goes on. */
  private Optional<LocalDate> lastEnd(long accountId, LocalDate from) {
    List<SubscribedPhase> phases =
        subscriptions.phases(List.of(accountId), from.minusDays(1), from.plusYears(HORIZON_YEARS));
    Map<Long, OfferCard> offers =
        catalogue.offerVersions(
            phases.stream().map(SubscribedPhase::offerVersionId).collect(Collectors.toSet()));
    List<SubscribedPhase> billed =
        phases.stream().filter(phase -> !offers.get(phase.offerVersionId()).prepaid()).toList();
    return billed.stream().anyMatch(phase -> phase.to() == null)
        ? Optional.empty()
        : billed.stream().map(SubscribedPhase::to).max(LocalDate::compareTo);
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
