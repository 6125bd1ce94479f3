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
  RELEASE
}
