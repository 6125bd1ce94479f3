package com.asta.billing.event;

import com.asta.common.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A part of an invoice, or all of it, was taken back by a document that will not change any more.
 *
 * @param invoiceId the corrected invoice
 * @param amount gross given back, above zero, rounded to the currency's scale
 */
public record CreditNoteIssued(
    long creditNoteId,
    String number,
    long invoiceId,
    String invoiceNumber,
    long accountId,
    long customerId,
    LocalDate issuedOn,
    BigDecimal amount,
    String currency)
    implements Event {}
