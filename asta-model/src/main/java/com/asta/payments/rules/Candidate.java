package com.asta.payments.rules;

import java.util.List;
import java.util.Set;

/**
 * A proposal for the workbench.
 *
 * @param score 0 to 100, higher is likelier
 * @param reasons what speaks for it, the strongest first
 * @param named open items the text names
 */
public record Candidate(Debtor debtor, int score, List<Sign> reasons, Set<Long> named) {
  /** What speaks for a candidate. */
  public enum Sign {
    ACCOUNT_NUMBER(60),
    DOCUMENT_NUMBER(60),
    PAYER_ACCOUNT(40),
    PAYER_NAME(30),
    SIMILAR_NAME(15),
    AMOUNT_OF_ITEM(25),
    AMOUNT_OF_ALL(25),
    SIMILAR_NUMBER(25);

    private final int points;

    Sign(int points) {
      this.points = points;
    }

    int points() {
      return points;
    }
  }
}
