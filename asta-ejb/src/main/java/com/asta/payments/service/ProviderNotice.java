package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.ProviderRefundState;

/**
 * What a provider tells by itself, checked to be its own: of an order, or of a refund.
 *
 * @param key names the notification; the same one says the same
 * @param externalId our number of the order
 * @param status the provider's word
 * @param order what it says of the order, null in a notice of a refund
 * @param refund what it says of a refund, null in a notice of an order
 * @param refundAmount null in a notice of an order
 */
public record ProviderNotice(
    String key,
    String externalId,
    String providerId,
    String status,
    ProviderAnswer order,
    Refund refund,
    Money refundAmount) {

  /** A refund as a notice tells it; our number may be missing. */
  public record Refund(
      String externalId, String refundId, ProviderRefundState told, String failure) {}
}
