package com.asta.charging.service;

import com.asta.charging.rules.Explanation;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.Money;
import java.time.Instant;

/**
 * One change of a prepaid balance with its cause.
 *
 * @param kind OPENING, DEBIT, TOP_UP or ADJUSTMENT
 * @param explanation stored explanation of a price, {@code voucher:…} or a reason
 */
public record LedgerRow(
    long id,
    Instant at,
    String kind,
    Money amount,
    Money balanceAfter,
    String sessionId,
    int requestNumber,
    ServiceKind service,
    String destination,
    long units,
    long tariffVersionId,
    String explanation) {
  /** The parts of a price; null for other changes. */
  public Explanation explained() {
    return explanation.startsWith("z:") ? Explanation.parse(explanation) : null;
  }
}
