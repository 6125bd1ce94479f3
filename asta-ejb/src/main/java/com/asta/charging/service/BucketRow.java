package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A bucket of an account.
 *
 * @param unit what it counts; null for money
 * @param validTo first instant when it is no longer valid; null for ever
 * @param shared whether it belongs to the account's group
 */
public record BucketRow(
    long id,
    long chargingAccountId,
    String unit,
    String currency,
    BigDecimal amount,
    BigDecimal reserved,
    Instant validFrom,
    Instant validTo,
    int priority,
    ServiceKind service,
    List<String> zones,
    List<String> bands,
    String origin,
    boolean shared) {
  /** What may be used. */
  public BigDecimal available() {
    return amount.subtract(reserved);
  }

  public boolean money() {
    return unit == null;
  }
}
