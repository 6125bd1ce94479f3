package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.List;
import java.util.Objects;

/**
 * When each level is due.
 *
 * @param steps in the order of the ladder, each later and not below the one before
 */
public record DunningPolicy(List<Step> steps) {
  public DunningPolicy {
    steps = List.copyOf(steps);
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      Step step = steps.get(i);
      if (step.level().compareTo(before.level()) <= 0
          || step.afterDays() <= before.afterDays()
          || step.minimum().compareTo(before.minimum()) < 0) {
        throw new IllegalArgumentException(
            "Dunning steps must rise in level, days and amount: " + before + " before " + step);
      }
    }
  }

  /** Reminder after 7 days, fee after 21, bar after 35; above 5, 20 and 50 of the currency. */
  public static DunningPolicy standard(String currency) {
    return new DunningPolicy(
        List.of(
            new Step(DunningLevel.REMINDER, 7, Money.of("5", currency)),
            new Step(DunningLevel.FEE, 21, Money.of("20", currency)),
            new Step(DunningLevel.BARRED, 35, Money.of("50", currency))));
  }

  /**
   * One level of the ladder.
   *
   * @param afterDays days since the due day of the oldest debt, at least
   * @param minimum overdue amount, at least
   */
  public record Step(DunningLevel level, int afterDays, Money minimum) {
    public Step {
      Objects.requireNonNull(level, "level");
      if (afterDays < 1 || minimum.isNegative()) {
        throw new IllegalArgumentException(
            "A dunning step needs a delay and a minimum: " + afterDays + ", " + minimum);
      }
    }
  }
}
