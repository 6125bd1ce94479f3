package com.asta.payments.rules;

/** The chart of accounts; the table {@code payments.ledger_account} holds the same codes. */
public enum LedgerAccount {
  /** What customers owe for documents issued to them. */
  RECEIVABLE,
  /** Money of known customers that settles nothing yet. */
  CUSTOMER_CREDIT,
  /** Money whose customer is not known yet. */
  SUSPENSE,
  BANK,
  CASH,
  /** Issued documents, gross; the sales register of billing splits them by tax rate. */
  SALES,
  /** Debts and credits taken over from an earlier system. */
  OPENING_BALANCE
}
