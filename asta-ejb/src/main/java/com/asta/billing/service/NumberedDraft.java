package com.asta.billing.service;

import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A draft under the number with which it becomes an invoice.
 *
 * @param vatId of the billing account, null for the customer's NIP
 * @param entered ids of the entered charges on it
 * @param changeId the last of the account's {@link ChargedBooks} changes in it, 0 without any
 * @param deposits true if it asks deposits or gives them back
 * @param shared true if it has lines for which the account pays in another's place
 */
record NumberedDraft(
    long accountId,
    long billId,
    long customerId,
    String number,
    String vatId,
    String language,
    LocalDate dueOn,
    Period period,
    String currency,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal gross,
    List<Long> entered,
    long changeId,
    boolean deposits,
    boolean shared) {}
