package com.asta.products.event;

import com.asta.common.event.Event;

/** A subscription was made unusable. */
public record SubscriptionBarred(
    long subscriptionId, long accountId, long customerId, String serviceId, String reason)
    implements Event {}
