package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.model.ProviderRefund;
import com.asta.payments.rules.ProviderRefundState;
import java.time.Instant;

/**
 * An electronic payment, or a part of it, that goes back.
 *
 * @param paymentReference our number of the order that was paid
 * @param failure the provider's word for what went wrong, null if nothing did
 * @param decidedBy the second person, or the first where no second was needed; null while it waits
 */
public record ProviderRefundRow(
    long id,
    ProviderRefund.Kind kind,
    long paymentId,
    long attemptId,
    String accountNumber,
    long customerId,
    String paymentReference,
    Money amount,
    String reason,
    ProviderRefundState state,
    String failure,
    Instant requestedAt,
    String requestedBy,
    String decidedBy,
    Instant nextAskAt,
    Instant finishedAt) {
  /** Nothing more happens by itself: a person has to look. */
  public boolean givenUp() {
    return !state.isFinal() && state != ProviderRefundState.REQUESTED && nextAskAt == null;
  }
}
