package com.asta.payments.rules;

/** How the value arrived. */
public enum PaymentMethod {
  BANK_TRANSFER,
  CASH,
  /** No money: a credit note of billing, which settles debts as money does. */
  CREDIT_NOTE
}
