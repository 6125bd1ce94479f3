package com.asta.charging.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much credit an issued bill gives back. What an account uses on credit makes its balance
 * negative and goes to the bill; once a bill took it, the customer owes it by the bill and the
 * credit is free again. What no bill took yet stays used.
 */
public final class CreditRelease {
  /** Digits of balances; usage on bills has more. */
  private static final int SCALE = 4;

  private CreditRelease() {}

  /**
   * What is added to the balance; never so much that it would rise above zero.
   *
   * @param balance main balance before it
   * @param taken usage that the bill took; usage that came in files may be part of it
   * @param later what was used on credit after the bill's period, so is on no bill yet
   */
  public static BigDecimal of(BigDecimal balance, BigDecimal taken, BigDecimal later) {
    BigDecimal owed = balance.negate().subtract(later.max(BigDecimal.ZERO));
    return owed.min(taken).max(BigDecimal.ZERO).setScale(SCALE, RoundingMode.DOWN);
  }
}
