package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.rules.DeliveryPlan;
import com.asta.billing.rules.HoldKind;
import com.asta.billing.service.Deliveries.Attempt;
import com.asta.billing.service.Deliveries.Parcel;
import com.asta.common.AccountRange;
import com.asta.common.service.Mailer;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of the job that delivers the invoices of a run. What was delivered is known by the
 * tries that are written; so a job that is started again goes on where the last one stopped.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class DeliveryWork {
  private static final int FIRST = 1;

  @Inject private BillRuns runs;
  @Inject private Deliveries deliveries;
  @Inject private InvoiceMails mails;
  @Inject private Holds holds;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile profile;
  @Inject private Mailer mailer;
  @Inject private Clock clock;

  /** Fails unless somebody decided that the run is delivered. */
  public long check(long runId) {
    BillRun run = runs.get(runId);
    if (run.getDeliveryAt() == null) {
      throw new IllegalStateException("Bill run " + runId + " is not to be delivered yet");
    }
    return deliveries.waiting(runId);
  }

  /** The next accounts whose invoice waits, in the order of their ids. */
  public List<Long> waiting(long runId, AccountRange range, int limit) {
    return deliveries.waiting(runId, range, limit);
  }

  /** Sends the invoices of some accounts on their way; returns how many. */
  public int deliver(long runId, Collection<Long> accountIds) {
    BillRun run = runs.get(runId);
    List<Parcel> parcels = deliveries.parcels(runId, accountIds);
    Map<Long, CustomerCard> cards =
        customers.cards(parcels.stream().map(Parcel::customerId).toList());
    Set<Long> held =
        holds.active(accountIds, holds.today()).stream()
            .filter(hold -> hold.kind() == HoldKind.EMAIL)
            .map(HoldRow::accountId)
            .collect(Collectors.toSet());
    List<Attempt> attempts = new ArrayList<>();
    for (Parcel parcel : parcels) {
      CustomerCard card = cards.get(parcel.customerId());
      String email = card == null ? null : card.email();
      DeliveryPlan plan =
          DeliveryPlan.of(parcel.wanted(), email, held.contains(parcel.accountId()));
      attempts.add(attempt(parcel, FIRST, plan, email));
    }
    send(runId, attempts, run.getDeliveryBy());
    return attempts.size();
  }

  static Attempt attempt(Parcel parcel, int number, DeliveryPlan plan, String email) {
    String recipient =
        switch (plan.channel()) {
          case EMAIL -> email;
          case PAPER, SELF_CARE -> null;
        };
    return new Attempt(parcel, number, plan.channel(), recipient, plan.detour());
  }

  private void send(Long runId, List<Attempt> attempts, String by) {
    Set<String> fresh = deliveries.add(runId, attempts, clock.instant(), by);
    Operator seller = profile.operator();
    mailer.queueAll(
        attempts.stream()
            .filter(each -> each.mailKey() != null && fresh.contains(each.mailKey()))
            .map(each -> mails.mail(each, seller))
            .toList());
  }

  /** Every invoice is on its way. */
  public void finish(long runId) {
    BillRun run = runs.locked(runId);
    long left = deliveries.waiting(runId);
    if (left > 0) {
      throw new IllegalStateException(
          "Delivery of bill run " + runId + " cannot end: " + left + " invoices wait");
    }
    run.delivered(clock.instant());
  }
}
