package com.asta.billing.service;

import java.time.LocalDate;

/**
 * How an account is billed.
 *
 * @param nextBillOn the day on which the present period ends
 */
public record BillingAccountCard(
    long accountId,
    long customerId,
    String currency,
    int cycleDay,
    int paymentDays,
    LocalDate openedOn,
    LocalDate nextBillOn) {}
