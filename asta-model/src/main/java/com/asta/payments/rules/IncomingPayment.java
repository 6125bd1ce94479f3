package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.Objects;

/**
 * What a bank tells about money that arrived, as far as matching needs it.
 *
 * @param payerName as the bank prints it, may be empty
 * @param payerIban may be empty
 * @param text remittance information and references in one string, may be empty
 * @param creditedTo the virtual account it was sent to, may be empty
 */
public record IncomingPayment(
    Money amount, String payerName, String payerIban, String text, String creditedTo) {
  public IncomingPayment {
    Objects.requireNonNull(amount, "amount");
    payerName = payerName == null ? "" : payerName;
    payerIban = payerIban == null ? "" : payerIban;
    text = text == null ? "" : text;
    creditedTo = creditedTo == null ? "" : creditedTo;
  }

  public IncomingPayment(Money amount, String payerName, String payerIban, String text) {
    this(amount, payerName, payerIban, text, "");
  }
}
