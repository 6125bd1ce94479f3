package com.asta.payments.rules;

import java.util.Set;

/** The answer of matching. */
public sealed interface Match {
  /**
   * The payment is this account's.
   *
   * @param named open items to settle first
   */
  record Matched(long accountId, MatchRule rule, Set<Long> named) implements Match {
    public Matched {
      named = Set.copyOf(named);
    }
  }

  /** A person has to look. */
  record Unmatched(Reason reason) implements Match {}

  /** Why no account was taken. */
  enum Reason {
    /** Nothing fits. */
    NOTHING_FITS,
    /** The text names, or amount and payer fit, several accounts. */
    SEVERAL_FIT
  }
}
