package com.asta.products.service;

import com.asta.products.rules.SubscriptionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A subscription as lists show it, on the offer of its present (or first) phase; monthlyNet is zero
 * when a bundle covers it.
 */
public record SubscriptionCard(
    long id,
    long accountId,
    long customerId,
    Long bundleId,
    boolean included,
    long offerVersionId,
    String offerCode,
    String nameEn,
    String namePl,
    String serviceId,
    boolean prepaid,
    SubscriptionStatus status,
    LocalDate activatedOn,
    LocalDate endsOn,
    String barReason,
    BigDecimal monthlyNet,
    String currency) {}
