package com.asta.payments.rules;

import java.util.Set;

/** The life of a mandate. */
public enum MandateState {
  /** Entered, not signed or not checked yet; nothing is collected. */
  DRAFT,
  ACTIVE,
  /** Nothing is collected until a person takes it up again. */
  SUSPENDED,
  CANCELLED,
  /** Not used for 36 months, or used up. */
  EXPIRED;

  /** Whether the mandate may go on to that state. */
  public boolean mayBecome(MandateState next) {
    return switch (this) {
      case DRAFT -> Set.of(ACTIVE, CANCELLED).contains(next);
      case ACTIVE -> Set.of(SUSPENDED, CANCELLED, EXPIRED).contains(next);
      case SUSPENDED -> Set.of(ACTIVE, CANCELLED, EXPIRED).contains(next);
      case CANCELLED, EXPIRED -> false;
    };
  }
}
