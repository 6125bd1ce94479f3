package com.asta.payments.service;

import com.asta.common.Money;

/**
 * What a provider is to give back.
 *
 * @param externalId our number, unique at the provider
 * @param orderId the provider's number of the paid order
 * @param refundId the provider's number of the refund, null while it is not known
 * @param reason as the customer may read it
 */
public record ProviderRefundOrder(
    String externalId, String orderId, String refundId, Money amount, String reason) {}
