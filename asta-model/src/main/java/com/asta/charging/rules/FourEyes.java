package com.asta.charging.rules;

import java.math.BigDecimal;

/** Decides which adjustments of a balance need a second person. */
public final class FourEyes {
  private FourEyes() {}

  /**
   * Whether a second person has to approve: when what one person gave or took on one account in one
   * day, this adjustment included and signs ignored, exceeds the limit.
   *
   * @param sameDay sizes of the same person's earlier adjustments of the account on this day
   */
  public static boolean needed(BigDecimal amount, BigDecimal sameDay, BigDecimal limit) {
    return sameDay.add(amount.abs()).compareTo(limit) > 0;
  }
}
