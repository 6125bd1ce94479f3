package com.asta.payments.service;

import com.asta.payments.rules.PaymentMethod;
import java.time.LocalDate;

/**
 * Which payments to list; null means any.
 *
 * @param text part of the reference, the payer's name, or the text
 */
public record PaymentQuery(
    String text,
    PaymentRow.State state,
    PaymentMethod method,
    LocalDate from,
    LocalDate to,
    Long customerId,
    Long fileId) {
  public static PaymentQuery ofCustomer(long customerId) {
    return new PaymentQuery(null, null, null, null, null, customerId, null);
  }

  public static PaymentQuery ofFile(long fileId) {
    return new PaymentQuery(null, null, null, null, null, null, fileId);
  }

  public static PaymentQuery ofText(String text) {
    return new PaymentQuery(text, null, null, null, null, null, null);
  }
}
