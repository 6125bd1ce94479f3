package com.asta.products.event;

import com.asta.common.event.Event;
import java.time.LocalDate;

/** An order was taken; nothing of it may be delivered yet. */
public record OrderPlaced(
    long orderId, String number, long accountId, long customerId, LocalDate wishedOn)
    implements Event {}
