package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.Objects;

/**
 * What dunning knows about an account at one moment.
 *
 * @param overdue overdue debts less the customer's credit; zero or below when nothing is overdue
 * @param overdueDays days since the due day of the oldest overdue debt
 * @param reached the level already carried out for the debts of now
 * @param paused a person stopped dunning
 */
public record DunningFacts(Money overdue, long overdueDays, DunningLevel reached, boolean paused) {
  public DunningFacts {
    Objects.requireNonNull(overdue, "overdue");
    Objects.requireNonNull(reached, "reached");
  }
}
