package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.event.OrderCancelled;
import com.asta.products.event.OrderPlaced;
import com.asta.products.model.OfferVersion;
import com.asta.products.model.OrderItem;
import com.asta.products.model.ProductOrder;
import com.asta.products.model.ProductOrder.Placed;
import com.asta.products.model.Subscription;
import com.asta.products.rules.OrderAction;
import com.asta.products.rules.OrderStatus;
import com.asta.products.rules.PriceSummary;
import com.asta.products.service.Orders.Claim;
import com.asta.products.service.ProductsRefused.Reason;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Takes orders: new subscriptions, changes and resignations (TMF622). A request key makes an order
 * once: whoever repeats it gets the first order's id, and nothing happens twice.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
public class OrderService {
  private static final String SUBJECT = "ProductOrder";
  private static final String PROCESS = "order-fulfilment";

  @Inject private Orders orders;
  @Inject private OrderRows rows;
  @Inject private OrderIntake intake;
  @Inject private Activation activation;
  @Inject private Changes changes;
  @Inject private Promotions promotions;
  @Inject private NumberBlock numbers;
  @Inject private Subscriptions subscriptions;
  @Inject private CustomerService customers;
  @Inject private WorkflowService workflow;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Places an order. What needs no fulfilment is active at once, from the wished day; fibre, and
   * what comes in a bundle with it, waits for the process {@code order-fulfilment}.
   *
   * @return the order's id, the first one's when the request key is known
   * @throws ProductsRefused EMPTY_ORDER, BACKDATED, NO_SUCH_OFFER, OFFER_NOT_SOLD, NUMBER_MISSING,
   *     NUMBER_WRONG, NUMBER_REPEATED, NUMBER_IN_USE, MEMBER_UNKNOWN, MEMBER_QUANTITY,
   *     PROMOTION_UNKNOWN, PROMOTION_NOT_VALID, PROMOTION_USED_UP, PROMOTION_REDEEMED,
   *     PROMOTION_EXCLUSIVE, PROMOTION_WITHOUT_EFFECT
   */
  public long place(NewOrder wanted) {
    Claim claim = orders.claim(wanted.requestKey());
    if (claim.first()) {
      requireNotPast(wanted.wishedOn());
      ProductOrder order = take(claim.orderId(), wanted);
      activation.deliver(order, root -> !needsProcess(order, root), wanted.wishedOn(), now());
      if (order.getStatus() == OrderStatus.IN_PROGRESS) {
        fulfil(order);
      }
    }
    return claim.orderId();
  }

  /**
   * What {@link #place} would do, without doing it; it refuses what that would refuse.
   *
   * @throws ProductsRefused as {@link #place}
   */
  public OrderPreview preview(NewOrder wanted) {
    requireNotPast(wanted.wishedOn());
    ProductOrder order = filled(0, wanted);
    List<OfferVersion> billed =
        order.getItems().stream()
            .filter(item -> !item.isIncluded())
            .map(OrderItem::getVersion)
            .toList();
    PriceSummary sum = Offers.summary(billed, customers.account(wanted.accountId()).currency());
    return new OrderPreview(
        OrderRows.card(order).items(),
        sum.oneTime(),
        sum.monthly(),
        billed.stream().map(OfferVersion::getId).toList());
  }

  /** Free telephone numbers of the operator's block, lowest first. */
  public List<String> freeNumbers(int count) {
    return numbers.free(count);
  }

  /** The offers to which a subscription could move on a day. */
  public List<OfferCard> biggerOffers(long subscriptionId, LocalDate from) {
    return changes.bigger(subscriptionId, from, today()).stream().map(Offers::card).toList();
  }

  /**
   * Takes over what a customer already uses, from another system: everything is active from the
   * wished day, which may be long past, and no process starts.
   */
  @RolesAllowed(Roles.SYSTEM)
  public long takeOver(NewOrder running) {
    Claim claim = orders.claim(running.requestKey());
    if (claim.first()) {
      ProductOrder order = take(claim.orderId(), running);
      activation.deliver(order, root -> true, running.wishedOn(), now());
    }
    return claim.orderId();
  }

  /**
   * Moves a subscription to a bigger offer of the same kind from a day on.
   *
   * @return the id of the order that records it
   * @throws ProductsRefused OFFER_NOT_SOLD, NOT_ACTIVE, PART_OF_BUNDLE, BUNDLE_NOT_CHANGEABLE,
   *     SAME_OFFER, OTHER_KIND, NOT_BIGGER, BACKDATED, BEFORE_START, CHANGE_PENDING, ALREADY_ENDING
   */
  public long upsell(
      long subscriptionId, long newOfferVersionId, LocalDate from, String requestKey) {
    Claim claim = orders.claim(requestKey);
    if (claim.first()) {
      Subscription subscription = subscriptions.locked(subscriptionId);
      OfferVersion wished = intake.sold(newOfferVersionId, from);
      changes.upsell(subscription, wished, from, today());
      record(claim.orderId(), requestKey, OrderAction.MODIFY, subscription, wished, from);
    }
    return claim.orderId();
  }

  /**
   * Ends a subscription, with a bundle also its members.
   *
   * @param on the first day without service, today or later
   * @return the id of the order that records it
   * @throws ProductsRefused NOT_ACTIVE, PART_OF_BUNDLE, BACKDATED, BEFORE_START, ALREADY_ENDING
   */
  public long resign(long subscriptionId, LocalDate on, String requestKey) {
    Claim claim = orders.claim(requestKey);
    if (claim.first()) {
      Subscription subscription = subscriptions.locked(subscriptionId);
      OfferVersion current = changes.latest(subscription);
      changes.resign(subscription, on, today());
      record(claim.orderId(), requestKey, OrderAction.TERMINATE, subscription, current, on);
    }
    return claim.orderId();
  }

  /**
   * Delivers what an order still waits for, on the day of an instant or on the wished day,
   * whichever is later. An order that is delivered already stays as it is.
   *
   * @throws ProductsRefused NO_SUCH_ORDER, WRONG_STATE (cancelled), NUMBER_IN_USE
   */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void activate(long orderId, Instant at) {
    ProductOrder order = orders.locked(orderId);
    if (order.getStatus() == OrderStatus.CANCELLED) {
      throw new ProductsRefused(Reason.WRONG_STATE, order.getNumber());
    }
    if (order.getStatus() == OrderStatus.IN_PROGRESS) {
      LocalDate ready = OperatorZone.dayOf(at);
      LocalDate day = order.getWishedOn().isAfter(ready) ? order.getWishedOn() : ready;
      activation.deliver(order, root -> true, day, now());
      audit.record(SUBJECT, orderId, "activated", "status", "IN_PROGRESS", "COMPLETED");
    }
  }

  /** As {@link #activate}, now and in a transaction of its own, so that a refusal can be told. */
  @RolesAllowed(Roles.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void activateApart(long orderId) {
    activate(orderId, now());
  }

  /** The process behind an order was given up; an order that is not open stays as it is. */
  @RolesAllowed(Roles.SYSTEM)
  public void processGivenUp(long orderId, String reason) {
    if (orders.locked(orderId).getStatus() == OrderStatus.IN_PROGRESS) {
      cancel(orderId, reason);
    }
  }

  /**
   * Gives up what an order still waits for, and the process behind it.
   *
   * @throws ProductsRefused NO_SUCH_ORDER, WRONG_STATE (nothing is open)
   */
  public void cancel(long orderId, String reason) {
    ProductOrder order = orders.locked(orderId);
    if (order.getStatus() != OrderStatus.IN_PROGRESS) {
      throw new ProductsRefused(Reason.WRONG_STATE, order.getNumber());
    }
    order.cancel(reason, now());
    if (order.getStatus() == OrderStatus.CANCELLED) {
      promotions.release(orderId);
    }
    audit.record(SUBJECT, orderId, "cancelled", "status", "IN_PROGRESS", order.getStatus().name());
    outbox.publish(
        new OrderCancelled(
            orderId, order.getNumber(), order.getAccountId(), order.getCustomerId(), reason));
    if (order.getProcessKey() != null && workflow.isRunning(order.getProcessKey())) {
      workflow.cancel(order.getProcessKey(), reason);
    }
  }

  /** One order with its items. */
  @RolesAllowed({Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public OrderCard order(long orderId) {
    return OrderRows.card(orders.find(orderId));
  }

  /** Orders, the latest first. */
  @RolesAllowed({Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<OrderRow> list(OrderQuery query, int offset, int limit) {
    return rows.list(query, offset, limit);
  }

  private ProductOrder take(long id, NewOrder wanted) {
    ProductOrder order = filled(id, wanted);
    orders.add(order);
    promotions.redeem(order, wanted.promotions());
    announce(order);
    return order;
  }

  private ProductOrder filled(long id, NewOrder wanted) {
    AccountCard account = customers.account(wanted.accountId());
    ProductOrder order =
        new ProductOrder(
            id,
            wanted.requestKey(),
            OrderAction.ADD,
            new Placed(account.id(), account.customerId(), wanted.wishedOn(), now(), user.name()));
    intake.fill(order, wanted);
    return order;
  }

  private void record(
      long id,
      String requestKey,
      OrderAction action,
      Subscription subscription,
      OfferVersion version,
      LocalDate day) {
    ProductOrder order =
        new ProductOrder(
            id,
            requestKey,
            action,
            new Placed(
                subscription.getAccountId(),
                subscription.getCustomerId(),
                day,
                now(),
                user.name()));
    order
        .add(version, null, subscription.isIncluded(), subscription.getServiceId())
        .deliver(subscription.getId());
    order.settle(now());
    orders.add(order);
    announce(order);
  }

  private void announce(ProductOrder order) {
    audit.record(SUBJECT, order.getId(), "placed", null, null, order.getAction().name());
    outbox.publish(
        new OrderPlaced(
            order.getId(),
            order.getNumber(),
            order.getAccountId(),
            order.getCustomerId(),
            order.getWishedOn()));
  }

  private void fulfil(ProductOrder order) {
    String key = "order-" + order.getId();
    order.fulfilledBy(key);
    CustomerCard customer = customers.card(order.getCustomerId());
    workflow.start(
        PROCESS,
        key,
        Map.of(
            "orderId", order.getId(),
            "accountId", order.getAccountId(),
            "customerId", order.getCustomerId(),
            "customerName", customer.displayName(),
            "shipTo", customer.street() + ", " + customer.postalCode() + ' ' + customer.city()));
  }

  private static boolean needsProcess(ProductOrder order, OrderItem root) {
    return order.getItems().stream()
        .filter(item -> item.getRoot() == root)
        .anyMatch(item -> item.getVersion().getFulfilment().needsProcess());
  }

  private void requireNotPast(LocalDate day) {
    if (day.isBefore(today())) {
      throw new ProductsRefused(Reason.BACKDATED, day);
    }
  }

  private Instant now() {
    return clock.instant();
  }

  private LocalDate today() {
    return OperatorZone.dayOf(now());
  }
}
