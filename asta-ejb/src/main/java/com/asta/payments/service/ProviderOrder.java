package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.PayChannel;

/**
 * What a provider is to collect.
 *
 * @param externalId our number, unique at the provider
 * @param description what the customer sees on the provider's page
 * @param secret the BLIK code or the card's token; null on the provider's page, where it is not
 *     needed, and when a lost order is asked about
 * @param firstUse whether a saved card is charged for the first time
 * @param rememberCard whether the provider may offer to save the card
 * @param clientAddress the IP address of the customer
 * @param returnPath where the customer comes back to, a path of ours
 */
public record ProviderOrder(
    String externalId,
    Money amount,
    String description,
    PayChannel channel,
    String secret,
    boolean firstUse,
    boolean rememberCard,
    Payer payer,
    String clientAddress,
    String returnPath) {

  /** Who pays. */
  public record Payer(long customerId, String name, String email, String language) {}

  /** The code and the token stay out of logs. */
  @Override
  public String toString() {
    return "ProviderOrder " + externalId + " " + amount + " " + channel;
  }
}
