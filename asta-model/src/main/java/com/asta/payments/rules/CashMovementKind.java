package com.asta.payments.rules;

/** Why the money in a drawer became more or less. */
public enum CashMovementKind {
  /** The float a shift began with is not what the one before left. */
  FLOAT,
  /** A customer paid. */
  RECEIPT,
  /** A receipt was cancelled. */
  CANCELLATION,
  PAID_IN,
  PAID_OUT,
  /** Put into a bag for the bank. */
  DEPOSIT,
  /** Counted and expected differed. */
  DIFFERENCE
}
