package com.asta.products.service;

import java.time.LocalDate;

/**
 * A stretch of days that a subscription is billed by an offer version; half-open, to is null while
 * open. Members covered by a bundle's price have none.
 */
public record SubscribedPhase(
    long subscriptionId,
    long accountId,
    long offerVersionId,
    LocalDate from,
    LocalDate to,
    String serviceId,
    LocalDate activatedOn) {}
