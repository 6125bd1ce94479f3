package com.asta.products.web;

import com.asta.common.web.WebUser;
import com.asta.products.service.OrderQuery;
import com.asta.products.service.OrderRow;
import com.asta.products.service.OrderService;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;

/** What a customer holds and has ordered, on the customer's page. */
@Named
@RequestScoped
public class CustomerSubscriptionsView {
  private static final int ORDERS = 5;

  @Inject private SubscriptionService subscriptions;
  @Inject private OrderService orders;
  @Inject private WebUser user;

  private List<SubscriptionCard> held;
  private List<OrderRow> latest;

  public List<SubscriptionCard> of(long customerId) {
    if (held == null) {
      held = subscriptions.ofCustomer(customerId);
    }
    return held;
  }

  /** The latest orders, for those who may see orders. */
  public List<OrderRow> ordersOf(long customerId) {
    if (latest == null) {
      latest =
          user.any("agent product-manager billing admin")
              ? orders.list(new OrderQuery(null, null, customerId), 0, ORDERS)
              : List.of();
    }
    return latest;
  }

  /** What the living subscriptions cost a month, net. */
  public BigDecimal monthly(long customerId) {
    return of(customerId).stream()
        .filter(card -> !"TERMINATED".equals(card.status().name()))
        .map(SubscriptionCard::monthlyNet)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
