package com.asta.payments.service;

import com.asta.payments.rules.PayChannel;
import java.util.List;
import java.util.Objects;

/**
 * A wish to pay open items through the payment provider.
 *
 * @param requestKey of the form; the same one pays once
 * @param openItemIds in the order they are settled
 * @param blikCode six digits with channel BLIK, else null
 * @param rememberCard whether the customer consents to a card being saved for later payments
 * @param language {@code pl} or {@code en}, of the provider's page
 * @param clientAddress the customer's IP address
 */
public record NewAttempt(
    String requestKey,
    long accountId,
    List<Long> openItemIds,
    PayChannel channel,
    String blikCode,
    boolean rememberCard,
    String language,
    String clientAddress) {
  public NewAttempt {
    Objects.requireNonNull(requestKey, "requestKey");
    Objects.requireNonNull(channel, "channel");
    openItemIds = openItemIds.stream().distinct().toList();
  }

  /** The code stays out of logs. */
  @Override
  public String toString() {
    return "NewAttempt " + requestKey + " " + accountId + " " + openItemIds + " " + channel;
  }
}
