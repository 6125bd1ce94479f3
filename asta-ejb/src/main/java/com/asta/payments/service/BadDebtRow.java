package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;

/** A debt that somebody proposes to take off, or that was taken off. */
public record BadDebtRow(
    long id,
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    String itemNumber,
    Money amount,
    String reason,
    State state,
    Instant proposedAt,
    String proposedBy,
    String decidedBy) {
  /** What became of the proposal. */
  public enum State {
    PROPOSED,
    WRITTEN_OFF,
    REJECTED
  }
}
