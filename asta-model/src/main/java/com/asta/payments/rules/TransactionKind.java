package com.asta.payments.rules;

/** What happened, for each ledger transaction. */
public enum TransactionKind {
  INVOICE,
  CREDIT_NOTE,
  BROUGHT_FORWARD,
  /** Money arrived. */
  PAYMENT,
  /** Money in suspense found its customer. */
  ASSIGNMENT,
  /** Money was given back to suspense: it was somebody else's. */
  UNASSIGNMENT,
  /** Credit settled an open item. */
  ALLOCATION,
  /** An allocation was undone. */
  RELEASE,
  /** The rest of an item was too small to ask for. */
  WRITE_OFF,
  /** A write-off was undone. */
  WRITE_OFF_REVERSAL,
  /** A debt that nobody will pay was taken off. */
  BAD_DEBT,
  /** A payment went back to its payer. */
  RETURN,
  /** A payment is given back through the payment provider. */
  PROVIDER_REFUND,
  /** The payment provider did not give it back. */
  PROVIDER_REFUND_REVERSAL,
  /** The payer's bank took a card payment back. */
  CHARGEBACK,
  /** The payment provider paid out what it collected. */
  PROVIDER_PAYOUT,
  /** Money left the bank account. */
  OUTGOING,
  /** Cash went into a drawer or out of it, other than by a receipt. */
  CASH_MOVEMENT,
  /** The bank credited cash that was taken there. */
  CASH_BANKED,
  /** The bank took its charge. */
  CHARGE,
  /** The bank credited or took back money of direct debits. */
  COLLECTION,
  /** Credit is paid out to its customer. */
  REFUND,
  /** A refund was not carried out, or came back. */
  REFUND_REVERSAL
}
