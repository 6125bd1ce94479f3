package com.asta.payments.rules;

/** What is done when an account reaches a level; each is told to the customer by a letter. */
public enum DunningAction {
  LETTER,
  /** A letter that costs a fee. */
  FEE,
  BAR,
  TERMINATE,
  /** A collection agency takes over. */
  HAND_OVER;

  /** True where nothing can follow. */
  public boolean isTerminal() {
    return this == TERMINATE || this == HAND_OVER;
  }

  /** True for what only asks, and takes no service away. */
  boolean isAsking() {
    return this == LETTER || this == FEE;
  }
}
