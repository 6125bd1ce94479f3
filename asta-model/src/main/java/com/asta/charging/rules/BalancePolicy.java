package com.asta.charging.rules;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The operator's rules of accounts; amounts are in the currency of the account they meet.
 *
 * @param adjustmentLimit above it a second person approves an adjustment
 * @param pinTries wrong voucher PINs that are free in a period
 * @param pinMinutes length of that period
 */
public record BalancePolicy(
    AccountLifecycle.Policy lifecycle,
    BalanceTransfer.Policy transfers,
    BigDecimal adjustmentLimit,
    int pinTries,
    int pinMinutes) {
  public BalancePolicy {
    lifecycle = lifecycle == null ? AccountLifecycle.Policy.standard() : lifecycle;
    transfers = transfers == null ? BalanceTransfer.Policy.standard() : transfers;
    adjustmentLimit = adjustmentLimit == null ? BigDecimal.valueOf(100) : adjustmentLimit;
    if (adjustmentLimit.signum() < 0 || pinTries < 1 || pinMinutes < 1) {
      throw new IllegalArgumentException(adjustmentLimit + ", " + pinTries + ", " + pinMinutes);
    }
  }

  /** What a new installation begins with. */
  public static BalancePolicy standard() {
    return new BalancePolicy(null, null, null, 5, 60);
  }

  /** How voucher PINs are kept from being guessed. */
  public GuessThrottle.Policy guessing() {
    return new GuessThrottle.Policy(pinTries, Duration.ofMinutes(pinMinutes));
  }
}
