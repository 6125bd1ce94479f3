package com.asta.products.event;

import com.asta.common.event.Event;

/** What was still open of an order will not be delivered. */
public record OrderCancelled(
    long orderId, String number, long accountId, long customerId, String reason) implements Event {}
