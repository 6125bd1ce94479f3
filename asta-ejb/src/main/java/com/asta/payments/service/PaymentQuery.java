package com.asta.payments.service;

import com.asta.payments.rules.PaymentMethod;
import java.time.LocalDate;

/**
 * Which payments to list; null means any.
 *
 * @param text part of the reference, the payer's name, or the text
 * @param reference beginning of the reference
 */
public record PaymentQuery(
    String text,
    String reference,
    PaymentRow.State state,
    PaymentMethod method,
    LocalDate from,
    LocalDate to,
    Long customerId,
    Long fileId) {
  public static PaymentQuery ofCustomer(long customerId) {
    return new PaymentQuery(null, null, null, null, null, null, customerId, null);
  }

  public static PaymentQuery ofFile(long fileId) {
    return new PaymentQuery(null, null, null, null, null, null, null, fileId);
  }

  public static PaymentQuery ofReference(String reference) {
    return new PaymentQuery(null, reference, null, null, null, null, null, null);
  }
}
