package com.asta.charging.service;

import java.math.BigDecimal;

/**
 * A balance that does not equal its entries.
 *
 * @param what BALANCE (the main one), BUCKET or RESERVED
 * @param bucketId null for the main balance
 * @param unit of a bucket of units; null for money
 */
public record LedgerDifference(
    long chargingAccountId,
    String serviceId,
    String currency,
    Long bucketId,
    String unit,
    String what,
    BigDecimal stored,
    BigDecimal computed) {
  /** How far it is off. */
  public BigDecimal difference() {
    return stored.subtract(computed);
  }
}
