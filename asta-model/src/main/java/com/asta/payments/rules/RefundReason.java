package com.asta.payments.rules;

/** Why credit goes back. */
public enum RefundReason {
  /** More was paid than was owed. */
  OVERPAYMENT,
  /** The customer leaves. */
  ACCOUNT_CLOSED,
  /** A credit note or a complaint that was right. */
  GOODWILL,
  /** It was paid twice, or meant for somebody else. */
  PAID_BY_MISTAKE
}
