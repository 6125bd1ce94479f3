package com.asta.charging.service;

import com.asta.common.Money;
import java.math.BigDecimal;

/**
 * What a repricing changes for one account.
 *
 * @param changed events whose price or explanation changed
 * @param unrated events without a new price
 */
public record RepricedAccount(
    long accountId,
    String accountNumber,
    long customerId,
    String customerName,
    long events,
    long changed,
    long unrated,
    Money before,
    Money after) {
  /** What the account pays more, negative when less. */
  public Money change() {
    return after.minus(before);
  }

  /** The change in percent of before; null when there was nothing. */
  public BigDecimal percent() {
    return RepricingTotals.percent(before, after);
  }
}
