package com.asta.charging.rules;

import java.math.BigDecimal;

/**
 * What a recharge adds to. What a postpaid or hybrid account used on credit is on its bill, and the
 * bill is how it is paid; a recharge that lowered the debt would be paid twice. It therefore goes
 * to a bucket of money while there is debt, which is used before any more credit.
 */
public enum RechargeTarget {
  /** The main balance. */
  BALANCE,
  /** A new bucket of money without end or filters. */
  BUCKET;

  /**
   * The target of a recharge.
   *
   * @param billed whether what the account uses on credit goes to its bill
   * @param balance main balance before it
   */
  public static RechargeTarget of(boolean billed, BigDecimal balance) {
    return billed && balance.signum() < 0 ? BUCKET : BALANCE;
  }
}
