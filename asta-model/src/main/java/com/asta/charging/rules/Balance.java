package com.asta.charging.rules;

import java.math.BigDecimal;

/**
 * Money of a prepaid account.
 *
 * @param amount what belongs to the customer
 * @param reserved part of it that running sessions hold; never negative
 */
public record Balance(BigDecimal amount, BigDecimal reserved) {
  public Balance {
    if (amount == null || reserved == null || reserved.signum() < 0) {
      throw new IllegalArgumentException("Balance " + amount + " with reserved " + reserved);
    }
  }

  /** A balance that nothing is reserved from. */
  public static Balance of(BigDecimal amount) {
    return new Balance(amount, BigDecimal.ZERO);
  }

  /** What a new request may use. */
  public BigDecimal available() {
    return amount.subtract(reserved);
  }
}
