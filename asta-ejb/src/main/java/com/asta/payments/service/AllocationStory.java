package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a part of an item was settled, or settled no more.
 *
 * @param kind PAYMENT, WRITE_OFF or BAD_DEBT
 * @param paymentId null for a bad debt
 * @param amount negative where a settlement was undone
 */
public record AllocationStory(
    long openItemId,
    String kind,
    Long paymentId,
    String method,
    String reference,
    LocalDate receivedOn,
    Money amount,
    Instant createdAt,
    String createdBy) {
  public boolean isUndone() {
    return amount.isNegative();
  }
}
