package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.Objects;

/**
 * What dunning knows about an account on one day.
 *
 * @param overdue all overdue debts less the customer's credit
 * @param dunnable the same without what is disputed or put into a plan that is kept
 * @param standing where the account stands on the ladder
 * @param paused nothing new is done: a person stopped it, or money is promised
 */
public record DunningFacts(Debt overdue, Debt dunnable, Standing standing, boolean paused) {
  public DunningFacts {
    Objects.requireNonNull(overdue, "overdue");
    Objects.requireNonNull(dunnable, "dunnable");
    Objects.requireNonNull(standing, "standing");
  }

  /**
   * An overdue amount.
   *
   * @param days days since the due day of the oldest debt in it
   */
  public record Debt(Money amount, long days) {
    public Debt {
      Objects.requireNonNull(amount, "amount");
    }
  }

  /**
   * Where an account stands.
   *
   * @param open there is a case
   * @param reached the level carried out, 0 for none
   * @param restedDays days since the last step, below zero on a day before it
   * @param renewed every debt the case was opened for is paid; what is overdue came later
   */
  public record Standing(boolean open, int reached, long restedDays, boolean renewed) {
    public static final Standing NONE = new Standing(false, 0, 0, false);
  }
}
