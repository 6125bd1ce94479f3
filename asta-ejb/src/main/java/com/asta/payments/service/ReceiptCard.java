package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;

/**
 * A cash receipt as it is printed.
 *
 * @param shiftId null for one older than shifts
 * @param cancelledAt null if it stands, as are who and why
 */
public record ReceiptCard(
    long id,
    String number,
    String register,
    String registerName,
    long paymentId,
    long accountId,
    String accountNumber,
    long customerId,
    Money amount,
    String payerName,
    Instant issuedAt,
    String issuedBy,
    Long shiftId,
    Instant cancelledAt,
    String cancelledBy,
    String cancelReason) {
  public boolean cancelled() {
    return cancelledAt != null;
  }
}
