package com.asta.billing.service;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * An issued invoice in one line.
 *
 * @param language in which it was issued, {@code pl} or {@code en}
 */
public record InvoiceCard(
    long id,
    String number,
    long accountId,
    long customerId,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money net,
    Money tax,
    Money gross,
    String language) {}
