package com.asta.payments.rules;

/** How the value arrived. */
public enum PaymentMethod {
  BANK_TRANSFER,
  CASH,
  /** By card, through the payment provider. */
  CARD,
  /** By BLIK, through the payment provider. */
  BLIK,
  /** On the payment provider's page, in another way. */
  ONLINE,
  /** Collected from the payer's bank account by a mandate. */
  DIRECT_DEBIT,
  /** No money: a credit note of billing, which settles debts as money does. */
  CREDIT_NOTE;

  /** Whether the payment provider collected it. */
  public boolean isElectronic() {
    return this == CARD || this == BLIK || this == ONLINE;
  }
}
