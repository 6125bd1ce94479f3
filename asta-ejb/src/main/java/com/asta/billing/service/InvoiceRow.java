package com.asta.billing.service;

import com.asta.common.Money;
import java.time.LocalDate;

/** An invoice in a list. */
public record InvoiceRow(
    long id,
    String number,
    long accountId,
    String accountNumber,
    long customerId,
    String buyerName,
    LocalDate issuedOn,
    LocalDate dueOn,
    LocalDate periodStart,
    LocalDate periodEnd,
    Money net,
    Money tax,
    Money gross) {}
