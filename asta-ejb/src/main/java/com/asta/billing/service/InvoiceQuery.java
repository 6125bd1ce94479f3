package com.asta.billing.service;

import java.time.LocalDate;

/**
 * Which invoices to list; null means any.
 *
 * @param text beginning of a number, or part of the buyer's name or account number
 */
public record InvoiceQuery(
    String text, LocalDate issuedFrom, LocalDate issuedTo, Long runId, Long customerId) {
  /** All invoices of a customer. */
  public static InvoiceQuery ofCustomer(long customerId) {
    return new InvoiceQuery(null, null, null, null, customerId);
  }

  /** Those that fit what a person typed. */
  public static InvoiceQuery ofText(String text) {
    return new InvoiceQuery(text, null, null, null, null);
  }
}
