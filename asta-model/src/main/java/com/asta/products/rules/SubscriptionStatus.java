package com.asta.products.rules;

/** The state of a subscription (TMF637 {@code status}; "suspended" is called barred here). */
public enum SubscriptionStatus {
  /** Usable. */
  ACTIVE,
  /** Not usable until it is unbarred; it is still billed. */
  BARRED,
  /** Ended. */
  TERMINATED
}
