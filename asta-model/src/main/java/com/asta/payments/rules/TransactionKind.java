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
  /** A payment went back to its payer. */
  RETURN,
  /** Money left the bank account. */
  OUTGOING,
  /** The bank took its charge. */
  CHARGE
}
