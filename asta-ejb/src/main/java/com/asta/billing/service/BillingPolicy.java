package com.asta.billing.service;

/**
 * How this operator bills; one row of {@code billing.policy}.
 *
 * @param approverDiffers a bill run must be approved by another person than started it
 * @param lateUsageDays how long usage may be late and still be billed
 */
public record BillingPolicy(
    boolean approverDiffers,
    int defaultCycleDay,
    int paymentDays,
    int lateUsageDays,
    String invoiceSeries) {}
