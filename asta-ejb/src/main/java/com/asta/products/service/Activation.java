package com.asta.products.service;

import com.asta.common.event.Event;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Outbox;
import com.asta.products.event.OrderCompleted;
import com.asta.products.event.SubscriptionActivated;
import com.asta.products.model.OrderItem;
import com.asta.products.model.ProductOrder;
import com.asta.products.model.Subscription;
import com.asta.products.rules.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Turns items of an order into subscriptions, and says so. */
@ApplicationScoped
class Activation {
  @Inject private Subscriptions subscriptions;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;

  /**
   * Delivers the pending items that a condition on the top of their bundle picks.
   *
   * @param day the first day of service
   */
  void deliver(ProductOrder order, Predicate<OrderItem> picked, LocalDate day, Instant now) {
    Map<OrderItem, Subscription> made = new HashMap<>();
    List<Event> events = new ArrayList<>();
    for (OrderItem item : order.getItems()) {
      if (item.isPending() && picked.test(item.getRoot())) {
        Subscription bundle = item.getParent() == null ? null : made.get(item.getParent());
        Subscription subscription =
            new Subscription(order, item, bundle == null ? null : bundle.getId(), day);
        subscriptions.add(subscription);
        item.deliver(subscription.getId());
        made.put(item, subscription);
        events.add(activated(subscription, item));
      }
    }
    order.settle(now);
    subscriptions.settleNumbers();
    for (Subscription each : made.values()) {
      audit.record(
          SubscriptionService.SUBJECT,
          each.getId(),
          "activated",
          "activatedOn",
          null,
          day.toString());
    }
    if (!made.isEmpty() && order.getStatus() != OrderStatus.IN_PROGRESS) {
      events.add(completed(order));
    }
    outbox.publishAll(events);
  }

  private static SubscriptionActivated activated(Subscription subscription, OrderItem item) {
    return new SubscriptionActivated(
        subscription.getId(),
        subscription.getAccountId(),
        subscription.getCustomerId(),
        item.getVersion().getId(),
        subscription.getServiceId(),
        subscription.isPrepaid(),
        subscription.getActivatedOn());
  }

  private static OrderCompleted completed(ProductOrder order) {
    return new OrderCompleted(
        order.getId(), order.getNumber(), order.getAccountId(), order.getCustomerId());
  }
}
