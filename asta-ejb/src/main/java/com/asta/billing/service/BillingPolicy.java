package com.asta.billing.service;

import java.math.BigDecimal;

/**
 * How this operator bills; one row of {@code billing.policy}.
 *
 * @param approverDiffers a bill run must be approved by another person than started it
 * @param lateUsageDays how long usage may be late and still be billed
 * @param finalBillDays after the last service's end, in which its usage may still arrive
 * @param correctionLimit gross above which another person approves a correction; null for none
 * @param manualLimit net above which another person approves a manual charge; null for none
 */
public record BillingPolicy(
    boolean approverDiffers,
    int defaultCycleDay,
    int paymentDays,
    int lateUsageDays,
    String invoiceSeries,
    String creditSeries,
    BigDecimal correctionLimit,
    int finalBillDays,
    BigDecimal manualLimit) {}
