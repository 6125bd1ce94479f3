package com.asta.payments.rules;

import java.util.Set;

/** How far a refund is. */
public enum RefundState {
  /** Waits for a second person. */
  REQUESTED,
  /** The credit is set aside; the next file takes it. */
  APPROVED,
  /** In a file for the bank. */
  SUBMITTED,
  /** The money left the bank account. */
  PAID,
  /** A person said no. */
  DECLINED,
  /** The bank said no, or the money came back; it is credit again. */
  REJECTED;

  /** Whether a refund may go on to that state. */
  public boolean mayBecome(RefundState next) {
    return switch (this) {
      case REQUESTED -> Set.of(APPROVED, DECLINED).contains(next);
      case APPROVED -> Set.of(SUBMITTED, DECLINED).contains(next);
      case SUBMITTED -> Set.of(PAID, REJECTED).contains(next);
      case PAID -> next == REJECTED;
      case DECLINED, REJECTED -> false;
    };
  }
}
