package com.asta.products.event;

import com.asta.common.event.Event;

/** Every item of an order was delivered, or at least all that was not cancelled. */
public record OrderCompleted(long orderId, String number, long accountId, long customerId)
    implements Event {}
