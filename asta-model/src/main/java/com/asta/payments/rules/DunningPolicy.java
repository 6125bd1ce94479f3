package com.asta.payments.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * When each level of dunning is due and what it does.
 *
 * @param levels in the order of the ladder; level 1 is the first
 */
public record DunningPolicy(List<DunningLevel> levels) {
  /** Most levels a policy can have. */
  public static final int MOST = 9;

  public DunningPolicy {
    levels = List.copyOf(levels);
    List<Finding> findings = check(levels);
    if (!findings.isEmpty()) {
      throw new IllegalArgumentException("No dunning policy: " + findings + " in " + levels);
    }
  }

  /** What is wrong with levels that shall be a policy. */
  public enum Fault {
    NO_LEVELS,
    TOO_MANY_LEVELS,
    DELAY_BELOW_ONE,
    /** A later level must come later. */
    DELAY_NOT_RISING,
    MINIMUM_NEGATIVE,
    /** A later level must not be for less. */
    MINIMUM_FALLS,
    FEE_MISSING,
    /** Only the action {@code FEE} charges. */
    FEE_WITHOUT_ACTION,
    /** Nobody loses a service, or is handed over, without a letter before. */
    NO_LETTER_BEFORE,
    /** Nothing can follow a termination or a hand-over. */
    AFTER_THE_END,
    /** The ladder must end: a debt that nobody pays needs somebody's decision. */
    NO_END
  }

  /**
   * A fault and where it is.
   *
   * @param level counted from 1; 0 for the policy as a whole
   */
  public record Finding(Fault fault, int level) {}

  /** All that keeps levels from being a policy; empty for a good one. */
  public static List<Finding> check(List<DunningLevel> levels) {
    List<Finding> findings = new ArrayList<>();
    if (levels.isEmpty()) {
      findings.add(new Finding(Fault.NO_LEVELS, 0));
      return findings;
    }
    if (levels.size() > MOST) {
      findings.add(new Finding(Fault.TOO_MANY_LEVELS, 0));
    }
    boolean asked = false;
    boolean ended = false;
    DunningLevel before = null;
    for (int number = 1; number <= levels.size(); number++) {
      DunningLevel level = levels.get(number - 1);
      for (Fault fault : faults(level, before, asked, ended)) {
        findings.add(new Finding(fault, number));
      }
      asked |= level.action().isAsking();
      ended |= level.action().isTerminal();
      before = level;
    }
    if (!ended) {
      findings.add(new Finding(Fault.NO_END, levels.size()));
    }
    return findings;
  }

  private static List<Fault> faults(
      DunningLevel level, DunningLevel before, boolean asked, boolean ended) {
    List<Fault> faults = new ArrayList<>();
    if (level.afterDays() < 1) {
      faults.add(Fault.DELAY_BELOW_ONE);
    } else if (before != null && level.afterDays() <= before.afterDays()) {
      faults.add(Fault.DELAY_NOT_RISING);
    }
    if (level.minimum().signum() < 0) {
      faults.add(Fault.MINIMUM_NEGATIVE);
    } else if (before != null && level.minimum().compareTo(before.minimum()) < 0) {
      faults.add(Fault.MINIMUM_FALLS);
    }
    boolean charging = level.action() == DunningAction.FEE;
    if (charging && level.fee().signum() <= 0) {
      faults.add(Fault.FEE_MISSING);
    } else if (!charging && level.fee().signum() != 0) {
      faults.add(Fault.FEE_WITHOUT_ACTION);
    }
    if (!asked && !level.action().isAsking()) {
      faults.add(Fault.NO_LETTER_BEFORE);
    }
    if (ended) {
      faults.add(Fault.AFTER_THE_END);
    }
    return faults;
  }

  /** A level by its number, counted from 1. */
  public DunningLevel level(int number) {
    return levels.get(number - 1);
  }

  /** The number of the last level. */
  public int last() {
    return levels.size();
  }

  /** Below this nobody is asked for money. */
  public BigDecimal least() {
    return levels.get(0).minimum();
  }

  /** Days that lie at least between a level and the next. */
  int respiteDays(int number) {
    return level(number + 1).afterDays() - level(number).afterDays();
  }
}
