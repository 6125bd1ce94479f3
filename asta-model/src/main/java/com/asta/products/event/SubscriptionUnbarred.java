package com.asta.products.event;

import com.asta.common.event.Event;

/** A barred subscription is usable again. */
public record SubscriptionUnbarred(
    long subscriptionId, long accountId, long customerId, String serviceId, String reason)
    implements Event {}
