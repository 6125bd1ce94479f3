package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PaymentMethod;

/**
 * What a provider says of an order.
 *
 * @param told null if it did not answer, or not to the question
 * @param providerId its number of the order, as far as known
 * @param pageUrl where the customer goes on, null if nowhere
 * @param method how the customer paid, null if not told
 * @param amount of the order, null if not told
 * @param failure the provider's word for what went wrong, null if nothing did
 */
public record ProviderAnswer(
    AttemptState told,
    String providerId,
    String pageUrl,
    PaymentMethod method,
    Money amount,
    String failure) {

  /** It told a state. */
  public static ProviderAnswer of(AttemptState told, String providerId) {
    return new ProviderAnswer(told, providerId, null, null, null, null);
  }

  /** It refused. */
  public static ProviderAnswer refused(String failure) {
    return new ProviderAnswer(AttemptState.REJECTED, null, null, null, null, failure);
  }

  /** It said nothing that can be relied on. */
  public static ProviderAnswer silence(String providerId) {
    return new ProviderAnswer(null, providerId, null, null, null, null);
  }
}
