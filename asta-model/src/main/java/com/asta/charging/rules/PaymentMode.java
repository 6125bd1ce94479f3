package com.asta.charging.rules;

/** How an account pays for its use. */
public enum PaymentMode {
  /** From what was paid before. */
  PREPAID,
  /** By the next bill, up to a credit limit. */
  POSTPAID,
  /** From what was paid before, then by the next bill up to a credit limit. */
  HYBRID
}
