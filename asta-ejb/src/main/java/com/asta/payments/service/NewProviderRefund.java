package com.asta.payments.service;

import com.asta.common.Money;
import java.util.Objects;

/**
 * A wish to give an electronic payment, or a part of it, back.
 *
 * @param requestKey of the form; the same one gives back once
 * @param reason as the customer may read it
 */
public record NewProviderRefund(String requestKey, long paymentId, Money amount, String reason) {
  public NewProviderRefund {
    Objects.requireNonNull(requestKey, "requestKey");
    Objects.requireNonNull(amount, "amount");
    reason = reason == null ? "" : reason.strip();
  }
}
