package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.OwnReference;
import java.time.Instant;

/** A file of refunds. */
public record RefundBatchRow(
    long id, Long fileId, int items, Money amount, Instant createdAt, String createdBy) {

  /** As the bank knows it. */
  public String messageId() {
    return new OwnReference(OwnReference.Kind.RFM, id).text();
  }
}
