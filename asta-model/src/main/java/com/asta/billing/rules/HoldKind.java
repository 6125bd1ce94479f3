package com.asta.billing.rules;

/** What is not done for a billing account while somebody holds it back. */
public enum HoldKind {
  /** Nothing is billed, neither by a run nor on demand. */
  BILLING,
  /** No run bills the account; a clerk makes its invoices on demand. */
  MANUAL_INVOICE,
  /** No document is sent by e-mail. */
  EMAIL,
  DUNNING;

  /** True if a bill run passes the account by. */
  public boolean stopsRuns() {
    return this == BILLING || this == MANUAL_INVOICE;
  }
}
