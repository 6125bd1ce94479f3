package com.asta.payments.rules;

import com.asta.payments.rules.DunningDecision.Advance;
import com.asta.payments.rules.DunningDecision.Close;
import com.asta.payments.rules.DunningDecision.Wait;

/**
 * Decides the next step of dunning from facts alone. The level an account deserves is recomputed at
 * every run; it is reached one step at a time, so that nobody is barred without a reminder before.
 */
public final class DunningRule {
  private DunningRule() {}

  public static DunningDecision decide(DunningFacts facts, DunningPolicy policy) {
    if (!facts.overdue().isPositive()) {
      return facts.reached() == DunningLevel.NONE
          ? new Wait(DunningLevel.NONE)
          : new Close(facts.reached() == DunningLevel.BARRED);
    }
    DunningLevel deserved = deserved(facts, policy);
    if (facts.paused() || deserved.compareTo(facts.reached()) <= 0) {
      return new Wait(deserved);
    }
    return new Advance(facts.reached().next());
  }

  /** The highest level whose delay and minimum both are met. */
  public static DunningLevel deserved(DunningFacts facts, DunningPolicy policy) {
    DunningLevel level = DunningLevel.NONE;
    for (DunningPolicy.Step step : policy.steps()) {
      if (facts.overdueDays() >= step.afterDays()
          && facts.overdue().compareTo(step.minimum()) >= 0) {
        level = step.level();
      }
    }
    return level;
  }
}
