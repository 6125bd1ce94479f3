package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.event.Event;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.products.event.SubscriptionBarred;
import com.asta.products.event.SubscriptionUnbarred;
import com.asta.products.event.SubscriptionsBarred;
import com.asta.products.event.SubscriptionsUnbarred;
import com.asta.products.model.Subscription;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What customers hold: listings for people, phases for billing, numbers for charging (TMF637). */
@Stateless
@RolesAllowed({
  Roles.AGENT,
  Roles.PRODUCT_MANAGER,
  Roles.MARKETER,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.WAREHOUSE,
  Roles.OPERATOR,
  Roles.ADMIN,
  Roles.SYSTEM
})
public class SubscriptionService {
  static final String SUBJECT = "Subscription";
  private static final int MOST_IN_MESSAGE = 500;

  @Inject private Subscriptions subscriptions;
  @Inject private SubscriptionRows rows;
  @Inject private SubscribedPhases phases;
  @Inject private SubscriptionBars bars;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** A customer's subscriptions, living ones first, the members of a bundle behind it. */
  public List<SubscriptionCard> ofCustomer(long customerId) {
    return rows.ofCustomer(customerId, today());
  }

  /** The subscriptions of the customer who is signed in. */
  @RolesAllowed(Roles.CUSTOMER)
  public List<SubscriptionCard> own() {
    return rows.ofCustomer(user.requiredCustomerId(), today());
  }

  /** The subscriptions of accounts. */
  public List<SubscriptionCard> ofAccounts(Collection<Long> accountIds) {
    return rows.ofAccounts(accountIds, today());
  }

  /**
   * One subscription.
   *
   * @throws ProductsRefused NO_SUCH_SUBSCRIPTION
   */
  public SubscriptionCard card(long subscriptionId) {
    return rows.byIds(List.of(subscriptionId), today()).stream()
        .filter(card -> card.id() == subscriptionId)
        .findFirst()
        .orElseThrow(() -> new ProductsRefused(Reason.NO_SUCH_SUBSCRIPTION, subscriptionId));
  }

  /** The members of a bundle's subscription. */
  public List<SubscriptionCard> membersOf(long subscriptionId) {
    return rows.byIds(List.of(subscriptionId), today()).stream()
        .filter(card -> card.bundleId() != null && card.bundleId() == subscriptionId)
        .toList();
  }

  /** All phases of a subscription, the latest first. */
  public List<PhaseCard> history(long subscriptionId) {
    return rows.history(subscriptionId);
  }

  /**
   * The billed phases of accounts that touch [from, to), uncut, by account, subscription and time.
   * Members that a bundle's price covers are not among them.
   */
  public List<SubscribedPhase> phases(Collection<Long> accountIds, LocalDate from, LocalDate to) {
    return phases.of(accountIds, from, to);
  }

  /** Who holds each number on a day; a number nobody holds is left out. */
  public Map<String, Subscriber> byServiceIds(Collection<String> serviceIds, LocalDate on) {
    Map<String, Subscriber> found = new LinkedHashMap<>();
    for (Subscriber each : rows.subscribers(serviceIds, on, on.plusDays(1))) {
      found.put(each.serviceId(), each);
    }
    return found;
  }

  /**
   * Who held each number when, within [from, to), in order of time: for usage that comes late, or
   * from several days.
   */
  public Map<String, List<Subscriber>> byServiceIds(
      Collection<String> serviceIds, LocalDate from, LocalDate to) {
    return rows.subscribers(serviceIds, from, to).stream()
        .collect(Collectors.groupingBy(Subscriber::serviceId));
  }

  /** Which of the customers hold an offer today. */
  public List<Long> customersWithOffer(String offerCode, Collection<Long> customerIds) {
    return rows.customersWithOffer(offerCode, customerIds, today());
  }

  /** Which of some subscriptions are barred now. */
  public Set<Long> barred(Collection<Long> subscriptionIds) {
    return rows.barred(subscriptionIds);
  }

  /**
   * Bars every active subscription of accounts, by a few statements; what is barred already stays
   * so, for its first reason.
   */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void barAccounts(Collection<Long> accountIds, String reason) {
    List<SubscriptionBarred> barred = bars.bar(accountIds, reason);
    if (!barred.isEmpty()) {
      recordAll(
          "barred", barred.stream().map(SubscriptionBarred::subscriptionId), "ACTIVE", reason);
      outbox.publishAll(messages(barred, SubscriptionsBarred::new));
    }
  }

  /** Makes usable again, on many accounts, what was barred for this reason and no other. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public void unbarAccounts(Collection<Long> accountIds, String reason) {
    List<SubscriptionUnbarred> unbarred = bars.unbar(accountIds, reason);
    if (!unbarred.isEmpty()) {
      recordAll(
          "unbarred",
          unbarred.stream().map(SubscriptionUnbarred::subscriptionId),
          "BARRED",
          reason);
      outbox.publishAll(messages(unbarred, SubscriptionsUnbarred::new));
    }
  }

  private static <T> List<Event> messages(List<T> all, Function<List<T>, Event> message) {
    List<Event> messages = new ArrayList<>();
    for (int first = 0; first < all.size(); first += MOST_IN_MESSAGE) {
      messages.add(
          message.apply(all.subList(first, Math.min(first + MOST_IN_MESSAGE, all.size()))));
    }
    return messages;
  }

  private void recordAll(String action, Stream<Long> ids, String from, String reason) {
    audit.recordAll(
        SUBJECT, action, "status", ids.map(id -> new AuditLog.Change(id, from, reason)).toList());
  }

  /**
   * Bars one subscription.
   *
   * @throws ProductsRefused NO_SUCH_SUBSCRIPTION, WRONG_STATE
   */
  @RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public void bar(long subscriptionId, String reason) {
    if (!bar(subscriptions.locked(subscriptionId), reason)) {
      throw new ProductsRefused(Reason.WRONG_STATE, subscriptionId);
    }
  }

  /**
   * Makes one barred subscription usable again.
   *
   * @throws ProductsRefused NO_SUCH_SUBSCRIPTION, WRONG_STATE
   */
  @RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public void unbar(long subscriptionId, String reason) {
    if (!unbar(subscriptions.locked(subscriptionId), reason)) {
      throw new ProductsRefused(Reason.WRONG_STATE, subscriptionId);
    }
  }

  /** Ends what was resigned for today or earlier, and frees its numbers. */
  @RolesAllowed(Roles.SYSTEM)
  public int endResigned() {
    return subscriptions.terminateEnded(today());
  }

  private boolean bar(Subscription each, String reason) {
    if (!each.bar(reason)) {
      return false;
    }
    audit.record(SUBJECT, each.getId(), "barred", "status", "ACTIVE", reason);
    outbox.publish(
        new SubscriptionBarred(
            each.getId(), each.getAccountId(), each.getCustomerId(), each.getServiceId(), reason));
    return true;
  }

  private boolean unbar(Subscription each, String reason) {
    if (!each.unbar()) {
      return false;
    }
    audit.record(SUBJECT, each.getId(), "unbarred", "status", "BARRED", reason);
    outbox.publish(
        new SubscriptionUnbarred(
            each.getId(), each.getAccountId(), each.getCustomerId(), each.getServiceId(), reason));
    return true;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
