package com.asta.charging.rules;

import java.time.Duration;
import java.time.Instant;

/** Keeps people from guessing voucher PINs: after some wrong tries one has to wait. */
public final class GuessThrottle {
  /**
   * How many wrong tries are free.
   *
   * @param period in which they count, and which one waits after the last of them
   */
  public record Policy(int tries, Duration period) {
    public Policy {
      if (tries < 1 || period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException(tries + " tries in " + period);
      }
    }
  }

  /**
   * Wrong tries of one account or login.
   *
   * @param last when the latest was
   */
  public record Tries(int wrong, Instant last) {
    /** Nobody tried. */
    public static final Tries NONE = new Tries(0, Instant.EPOCH);
  }

  private GuessThrottle() {}

  /** When another try is allowed; null means now. */
  public static Instant closedUntil(Tries tries, Instant now, Policy policy) {
    Instant open = tries.last().plus(policy.period());
    return tries.wrong() >= policy.tries() && now.isBefore(open) ? open : null;
  }

  /** The tries after one more wrong one; what is older than the period is forgotten. */
  public static Tries wrong(Tries before, Instant now, Policy policy) {
    boolean old = !now.isBefore(before.last().plus(policy.period()));
    return new Tries(old ? 1 : before.wrong() + 1, now);
  }
}
