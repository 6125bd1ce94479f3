package com.asta.products.event;

import com.asta.common.event.Event;
import java.util.List;

/** As {@link SubscriptionUnbarred}, of many accounts in one message, in the order of their ids. */
public record SubscriptionsUnbarred(List<SubscriptionUnbarred> subscriptions) implements Event {
  public SubscriptionsUnbarred {
    subscriptions = List.copyOf(subscriptions);
  }
}
