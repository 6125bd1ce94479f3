package com.asta.payments.rules;

/** Why a payment was taken for a customer's; the automatic rules in their usual order. */
public enum MatchRule {
  /** The money was sent to the customer's own virtual account, or the text names that. */
  VIRTUAL_ACCOUNT,
  /** The account number, which is the payment reference, stands in the text. */
  ACCOUNT_NUMBER,
  /** Numbers of documents of one account stand in the text. */
  DOCUMENT_NUMBER,
  /** The amount is exactly what one account owes, and the payer is its customer. */
  AMOUNT_AND_PAYER,
  /** The amount is the sum of several documents, and the payer is their customer. */
  SUM_OF_DOCUMENTS,
  /** We collected it ourselves. */
  DIRECT_DEBIT,
  /** A person decided. */
  BY_HAND;

  /** Tried by matching, in the order of the policy. */
  public boolean isAutomatic() {
    return this != DIRECT_DEBIT && this != BY_HAND;
  }
}
