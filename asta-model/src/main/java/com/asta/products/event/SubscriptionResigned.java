package com.asta.products.event;

import com.asta.common.event.Event;
import java.time.LocalDate;

/** A subscription ends; endsOn is the first day without service. */
public record SubscriptionResigned(
    long subscriptionId, long accountId, long customerId, LocalDate endsOn) implements Event {}
