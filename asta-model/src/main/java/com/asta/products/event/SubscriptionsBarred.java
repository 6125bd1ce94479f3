package com.asta.products.event;

import com.asta.common.event.Event;
import java.util.List;

/** As {@link SubscriptionBarred}, of many accounts in one message, in the order of their ids. */
public record SubscriptionsBarred(List<SubscriptionBarred> subscriptions) implements Event {
  public SubscriptionsBarred {
    subscriptions = List.copyOf(subscriptions);
  }
}
