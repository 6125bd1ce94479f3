package com.asta.billing.model;

/** How far an amount came that somebody wishes to put on a bill. */
public enum ManualChargeStatus {
  /** The next bill takes it. */
  ACCEPTED,
  /** Waits for a second person. */
  PROPOSED,
  /** A person dropped it. */
  REJECTED
}
