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
  /** Between the bank and the customers whose debts were collected by direct debit. */
  COLLECTION,
  CASH,
  /** What the payment provider collected and has not paid out yet. */
  PROVIDER_CLEARING,
  /** Cash in bags that the bank has not credited yet. */
  CASH_IN_TRANSIT,
  /** What counts of cash differed from what was expected. */
  CASH_DIFFERENCES,
  /** Cash put into drawers and taken out of them that no document explains. */
  CASH_ADVANCES,
  /** Issued documents, net of tax; gross where the document tells no tax. */
  SALES,
  /** Value added tax of issued documents. */
  VAT_DUE,
  /** Small amounts that customers paid too little and that nobody asks for. */
  SMALL_DIFFERENCES,
  /** What left the bank account, or will leave it as a refund, until both are known. */
  OUTGOING,
  /** What the bank takes for its services. */
  BANK_CHARGES,
  /** What the payment provider takes for its services. */
  PROVIDER_FEES,
  /** Debts and credits taken over from an earlier system. */
  OPENING_BALANCE,
  /** Debts that nobody will pay. */
  BAD_DEBT
}
