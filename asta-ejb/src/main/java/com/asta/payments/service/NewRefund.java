package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.RefundReason;

/**
 * A refund as a person asks for it.
 *
 * @param key of the form; the same again is the same refund
 * @param paymentId the payment to give back; null for the account's oldest credit
 * @param payeeIban with or without spaces
 */
public record NewRefund(
    String key,
    long accountId,
    Long paymentId,
    Money amount,
    RefundReason reason,
    String note,
    String payeeName,
    String payeeIban) {

  /** Without the bank account: this may stand in a log. */
  @Override
  public String toString() {
    return "refund of " + amount + " to account " + accountId;
  }
}
