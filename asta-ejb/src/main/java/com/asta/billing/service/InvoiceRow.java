package com.asta.billing.service;

import com.asta.billing.rules.DocumentKind;
import com.asta.common.Money;
import java.time.LocalDate;

/**
 * A document of the sales register in a list.
 *
 * @param correctsId the invoice a credit note corrects; null for an invoice
 */
public record InvoiceRow(
    long id,
    DocumentKind kind,
    Long correctsId,
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
    Money gross,
    String language) {
  public boolean isCreditNote() {
    return kind == DocumentKind.CREDIT_NOTE;
  }

  /** Where staff read it. */
  public String page() {
    return isCreditNote() ? "credit-note.xhtml" : "invoice.xhtml";
  }
}
