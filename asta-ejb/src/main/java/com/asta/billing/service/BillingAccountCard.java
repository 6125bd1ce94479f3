package com.asta.billing.service;

import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillDelivery;
import java.time.LocalDate;

/**
 * How an account is billed.
 *
 * @param nextBillOn the day on which the present period ends
 * @param language of the documents, {@code pl} or {@code en}
 * @param vatId the buyer's VAT id of another member state; null if none
 */
public record BillingAccountCard(
    long accountId,
    long customerId,
    String currency,
    BillCalendar calendar,
    int paymentDays,
    LocalDate openedOn,
    LocalDate nextBillOn,
    String vatId,
    String language,
    BillDelivery delivery) {}
