package com.asta.charging.event;

import com.asta.common.event.Event;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an account may spend fell below a threshold, or rose to it again; told once per crossing.
 *
 * @param threshold the level, in {@code currency}
 * @param available what is left to spend after the crossing
 * @param direction DOWN or UP
 */
public record BalanceThresholdCrossed(
    long accountId,
    long chargingAccountId,
    Long subscriptionId,
    String serviceId,
    BigDecimal threshold,
    BigDecimal available,
    String currency,
    Direction direction,
    Instant at)
    implements Event {
  /** Which way the balance went. */
  public enum Direction {
    DOWN,
    UP
  }
}
