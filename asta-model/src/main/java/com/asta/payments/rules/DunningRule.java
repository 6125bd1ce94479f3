package com.asta.payments.rules;

import com.asta.payments.rules.DunningDecision.Advance;
import com.asta.payments.rules.DunningDecision.Close;
import com.asta.payments.rules.DunningDecision.Wait;
import com.asta.payments.rules.DunningFacts.Debt;
import com.asta.payments.rules.DunningFacts.Standing;

/**
 * Decides the next step of dunning from facts alone. The level an account deserves is recomputed at
 * every run from the age of the oldest debt and the amount; it is reached one level at a time, each
 * with the respite that the policy puts between two levels. A second run on the same day therefore
 * does nothing, and one as of a day before the last step leaves the account alone.
 */
public final class DunningRule {
  private DunningRule() {}

  public static DunningDecision decide(DunningFacts facts, DunningPolicy policy) {
    Standing standing = facts.standing();
    if (standing.open() && standing.restedDays() < 0) {
      return new Wait(standing.reached());
    }
    if (standing.open() && (standing.renewed() || isBelowLeast(facts.overdue(), policy))) {
      return new Close();
    }
    int deserved = deserved(facts.dunnable(), policy);
    int reached = standing.reached();
    if (facts.paused() || deserved <= reached || isResting(standing, policy)) {
      return new Wait(deserved);
    }
    return new Advance(reached + 1);
  }

  /** The highest level whose delay and minimum both are met; 0 for none. */
  public static int deserved(Debt debt, DunningPolicy policy) {
    int number = 0;
    for (int each = 1; each <= policy.last() && debt.amount().isPositive(); each++) {
      DunningLevel level = policy.level(each);
      if (debt.days() >= level.afterDays()
          && debt.amount().amount().compareTo(level.minimum()) >= 0) {
        number = each;
      }
    }
    return number;
  }

  private static boolean isBelowLeast(Debt debt, DunningPolicy policy) {
    return !debt.amount().isPositive() || debt.amount().amount().compareTo(policy.least()) < 0;
  }

  private static boolean isResting(Standing standing, DunningPolicy policy) {
    return standing.reached() > 0 && standing.restedDays() < policy.respiteDays(standing.reached());
  }
}
