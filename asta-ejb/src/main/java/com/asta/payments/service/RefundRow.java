package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.RefundReason;
import com.asta.payments.rules.RefundState;
import java.time.Instant;

/**
 * A refund as people see it.
 *
 * @param paymentId the payment it gives back; null for the account's oldest credit
 * @param payeeIban masked
 * @param bankReason the bank's code, empty if it gave none
 * @param fileId the file it is in; null before
 */
public record RefundRow(
    long id,
    long accountId,
    String accountNumber,
    long customerId,
    Long paymentId,
    Money amount,
    RefundReason reason,
    String note,
    String payeeName,
    String payeeIban,
    RefundState state,
    String bankReason,
    Long batchId,
    Instant requestedAt,
    String requestedBy,
    Instant decidedAt,
    String decidedBy) {

  /** As the bank knows it. */
  public String endToEndId() {
    return new OwnReference(OwnReference.Kind.RFC, id).text();
  }
}
