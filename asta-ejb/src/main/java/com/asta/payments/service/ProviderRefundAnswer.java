package com.asta.payments.service;

import com.asta.payments.rules.ProviderRefundState;

/**
 * What a provider says of a refund.
 *
 * @param told null if it did not answer
 * @param refundId its number of the refund, as far as known
 * @param failure its word for what went wrong, null if nothing did
 */
public record ProviderRefundAnswer(ProviderRefundState told, String refundId, String failure) {
  /** It said nothing that can be relied on. */
  public static final ProviderRefundAnswer SILENCE = new ProviderRefundAnswer(null, null, null);
}
