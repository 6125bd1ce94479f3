package com.asta.products.event;

import com.asta.common.event.Event;
import java.time.LocalDate;

/** A subscription moves to another offer version on a day. */
public record SubscriptionChanged(
    long subscriptionId,
    long accountId,
    long customerId,
    long oldOfferVersionId,
    long newOfferVersionId,
    LocalDate from)
    implements Event {}
