package com.asta.products.service;

import com.asta.products.rules.SubscriptionStatus;
import java.time.LocalDate;

/**
 * Who holds a number from a day to a day (half-open, to is null while open) and by which tariff its
 * usage is charged; tariffCode is null when the offer has no usage price.
 */
public record Subscriber(
    long subscriptionId,
    long accountId,
    long customerId,
    String serviceId,
    String tariffCode,
    boolean prepaid,
    SubscriptionStatus status,
    LocalDate from,
    LocalDate to) {}
