package com.asta.charging.service;

import com.asta.charging.rules.AdjustmentReason;
import com.asta.common.Money;
import java.time.Instant;

/**
 * An adjustment with what became of it.
 *
 * @param amount signed; null for a bucket of units
 * @param bucket the bucket it grants; null for the main balance
 * @param status PENDING, BOOKED or REJECTED
 * @param decidedBy who approved or rejected; the requester itself when no second person was needed
 * @param decision what that person wrote
 */
public record AdjustmentRow(
    long id,
    long chargingAccountId,
    String serviceId,
    Money amount,
    NewBucket bucket,
    AdjustmentReason reason,
    String note,
    String status,
    String requestedBy,
    Instant requestedAt,
    String decidedBy,
    Instant decidedAt,
    String decision) {
  public boolean pending() {
    return "PENDING".equals(status);
  }
}
