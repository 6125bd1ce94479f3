package com.asta.common.launcher;

/** A start that cannot succeed for a reason its user can mend; the message is all they need. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses with a message that names the way out. */
  public Refusal(String message) {
    super(message);
  }
}
