package com.asta.payments.rules;

/** Where a cashier's shift stands. */
public enum CashShiftState {
  /** Money goes in and out. */
  OPEN,
  /** Counted; the difference waits for a second person, who confirms it or has it counted again. */
  COUNTED,
  CLOSED
}
