package com.asta.payments.rules;

/** Why a payment was taken for a customer's; the automatic rules in the order they are tried. */
public enum MatchRule {
  /** The account number stands in the text. */
  ACCOUNT_NUMBER,
  /** Numbers of open items of one account stand in the text. */
  DOCUMENT_NUMBER,
  /** The amount is exactly what one account owes, and the payer is its customer. */
  AMOUNT_AND_PAYER,
  /** A person decided. */
  BY_HAND
}
