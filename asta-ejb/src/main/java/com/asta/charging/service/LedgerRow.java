package com.asta.charging.service;

import com.asta.charging.rules.Explanation;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One change of a balance or of a bucket with its cause.
 *
 * @param kind OPENING, DEBIT, TOP_UP, PAYMENT, TRANSFER, ADJUSTMENT, REFUND, EXPIRY, FORFEIT or
 *     BILLED
 * @param change signed, in {@code currency} or, for a bucket of units, in {@code unit}
 * @param after what was left of the balance or of the bucket
 * @param bucketId null for the main balance
 * @param unit null for money
 * @param explanation stored explanation of a price, or a cause such as {@code voucher:…}
 */
public record LedgerRow(
    long id,
    Instant at,
    String kind,
    BigDecimal change,
    BigDecimal after,
    String currency,
    Long bucketId,
    String unit,
    String sessionId,
    int requestNumber,
    ServiceKind service,
    String destination,
    long units,
    long tariffVersionId,
    String explanation) {
  /** The change in money; null for units. */
  public Money amount() {
    return unit == null ? Money.of(change, currency) : null;
  }

  /** What was left in money; null for units. */
  public Money balanceAfter() {
    return unit == null ? Money.of(after, currency) : null;
  }

  /** The parts of a price; null for other changes. */
  public Explanation explained() {
    return explanation.startsWith("z:") ? Explanation.parse(explanation) : null;
  }
}
