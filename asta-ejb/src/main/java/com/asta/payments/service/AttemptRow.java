package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.rules.PaymentMethod;
import java.time.Instant;

/**
 * An attempt to pay through a provider.
 *
 * @param externalId our number of the order
 * @param providerId the provider's, null while it is not known
 * @param pageUrl where the customer can go on, null if nowhere
 * @param method how the customer paid, null while it is not known
 * @param failure the provider's word for what went wrong, null if nothing did
 * @param paymentId the payment it became, null if none
 * @param autoPay no person asked for it
 * @param nextAskAt when the provider is asked next, null if not any more
 */
public record AttemptRow(
    long id,
    long accountId,
    String accountNumber,
    long customerId,
    String gateway,
    String externalId,
    String providerId,
    PayChannel channel,
    PaymentMethod method,
    Money amount,
    AttemptState state,
    String failure,
    String pageUrl,
    Long paymentId,
    boolean autoPay,
    int asked,
    Instant nextAskAt,
    Instant startedAt,
    String startedBy,
    Instant finishedAt) {
  /** Nothing more happens by itself: a person has to look. */
  public boolean givenUp() {
    return !state.isFinal() && nextAskAt == null;
  }

  /** Whether the state may still change. */
  public boolean open() {
    return !state.isFinal();
  }
}
