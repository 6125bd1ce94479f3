package com.asta.billing.event;

import com.asta.common.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice has got its number and will not change any more; published among others of its run.
 *
 * @param gross what the customer owes, in units of the currency, rounded to its scale
 */
public record InvoiceIssued(
    long invoiceId,
    String number,
    long accountId,
    long customerId,
    LocalDate issuedOn,
    LocalDate dueOn,
    BigDecimal gross,
    String currency)
    implements Event {}
