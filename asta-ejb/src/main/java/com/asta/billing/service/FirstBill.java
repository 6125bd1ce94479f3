package com.asta.billing.service;

import com.asta.billing.model.BillingAccount;
import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.BillInput;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.rules.TaxedBuyer;
import com.asta.common.Period;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.customers.service.AddressCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferCard;
import com.asta.products.service.SubscribedPhase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first bill of what is about to be sold, by the rules of the bill run: what the offers add to
 * the account's bill, from the day they start to the end of the period that is paid in advance.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class FirstBill {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private CatalogueService catalogue;
  @Inject private CustomerService customers;
  @Inject private Policies policies;
  @Inject private OperatorProfile profile;

  /**
   * Calculates the bill without storing anything.
   *
   * @param offerVersionIds one entry per sold item; an offer may occur twice
   * @param accountId whose cycle counts; null for the operator's default
   * @param promotions the codes that would be redeemed
   */
  public BillPreview preview(
      List<Long> offerVersionIds, LocalDate start, Long accountId, Collection<String> promotions) {
    BillingAccount account =
        accountId == null ? null : entities.find(BillingAccount.class, accountId);
    BillCalendar calendar =
        account == null
            ? BillCalendar.of(new BillCycle(policies.policy().defaultCycleDay()))
            : account.calendar();
    String currency = account == null ? profile.operator().currency() : account.getCurrency();
    Period period = calendar.containing(start);
    Map<Long, OfferCard> offers = catalogue.offerVersions(offerVersionIds);
    List<SubscribedPhase> phases = phases(offerVersionIds, offers, start, promotions);
    BillInput input =
        new BillInput(
            accountId == null ? 0 : accountId,
            currency,
            calendar,
            period,
            phases.stream()
                .flatMap(phase -> Charges.of(phase, offers.get(phase.offerVersionId()), Map.of()))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            Charges.terms(phases, List.of(), offers),
            List.of(),
            policies.tax().of(buyer(accountId, account)));
    return BillCalculator.draft(input) instanceof BillOutcome.Drafted drafted
        ? BillPreview.of(drafted.bill())
        : BillPreview.empty(period.end(), currency);
  }

  private TaxedBuyer buyer(Long accountId, BillingAccount account) {
    String home = profile.operator().country();
    if (accountId == null) {
      return TaxedBuyer.consumer(home);
    }
    long customerId = customers.account(accountId).customerId();
    AddressCard card = customers.addresses(Set.of(customerId)).get(customerId);
    return card.country() == null
        ? TaxedBuyer.consumer(home)
        : Buyers.taxed(card, account == null ? null : account.getVatId(), home);
  }

  private static List<SubscribedPhase> phases(
      List<Long> offerVersionIds,
      Map<Long, OfferCard> offers,
      LocalDate start,
      Collection<String> promotions) {
    List<SubscribedPhase> phases = new ArrayList<>();
    long item = 0;
    for (Long id : offerVersionIds) {
      item++;
      if (offers.containsKey(id)) {
        phases.add(
            new SubscribedPhase(
                item, 0, id, start, null, null, start, null, Set.copyOf(promotions)));
      }
    }
    return phases;
  }
}
