package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;

/**
 * A dispute about an item or a part of it.
 *
 * @param invoiceId null where the item is no invoice of ours
 * @param decision what was told the customer; null while it is open
 */
public record DisputeRow(
    long id,
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    long openItemId,
    String itemNumber,
    Long invoiceId,
    Money amount,
    Money open,
    DisputeReason reason,
    String detail,
    State state,
    Instant openedAt,
    String openedBy,
    Instant decidedAt,
    String decidedBy,
    String decision) {
  /** What became of it. */
  public enum State {
    OPEN,
    /** The customer was right: billing gives a credit note. */
    UPHELD,
    REJECTED
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }
}
