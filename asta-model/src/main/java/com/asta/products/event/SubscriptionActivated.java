package com.asta.products.event;

import com.asta.common.event.Event;
import java.time.LocalDate;

/**
 * A subscription works from a day on. It is also published for the members of a bundle, whose price
 * the bundle covers: what is billed is said by {@code SubscriptionService.phases}, not here.
 *
 * @param serviceId telephone number of a mobile subscription, otherwise null or a line's name
 */
public record SubscriptionActivated(
    long subscriptionId,
    long accountId,
    long customerId,
    long offerVersionId,
    String serviceId,
    boolean prepaid,
    LocalDate activatedOn)
    implements Event {}
