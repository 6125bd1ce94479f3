package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.common.Money;
import java.math.BigDecimal;

/**
 * What a repricing changes in one zone.
 *
 * @param zone code; empty for usage without a zone, such as data
 */
public record RepricedZone(
    ServiceKind service, String zone, long events, BigDecimal units, Money before, Money after) {
  /** What the revenue changes by. */
  public Money change() {
    return after.minus(before);
  }

  /** The change in percent of before; null when there was nothing. */
  public BigDecimal percent() {
    return RepricingTotals.percent(before, after);
  }
}
