package com.asta.payments.rules;

/** How far a collection is. */
public enum CollectionState {
  /** Chosen; not in a file yet. */
  PENDING,
  /** In a file for the bank. */
  SUBMITTED,
  /** The bank took it in. */
  ACCEPTED,
  /** The money is on the bank account and has settled the debt. */
  COLLECTED,
  /** Refused before any money moved. */
  REJECTED,
  /** The money went back after it had moved. */
  RETURNED,
  /** Its batch was taken back before the bank collected; it counts as never tried. */
  CANCELLED;

  /** Still on its way: the bank owes an answer. */
  public boolean isOutstanding() {
    return this == SUBMITTED || this == ACCEPTED;
  }

  /** It came to nothing. */
  public boolean isFailed() {
    return this == REJECTED || this == RETURNED;
  }
}
