package com.asta.charging.service;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Money that a customer paid for a recharge.
 *
 * @param source where it was paid, such as {@code CASH}, {@code CARD} or {@code BANK}
 * @param reference names the payment within its source; the same one recharges once
 */
public record PaymentRecharge(
    long chargingAccountId, BigDecimal amount, String currency, String source, String reference) {
  public PaymentRecharge {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    if (!source.matches("[A-Z]{2,10}") || !reference.matches("[A-Za-z0-9/._-]{1,40}")) {
      throw new IllegalArgumentException("Payment " + source + " " + reference);
    }
  }

  String key() {
    return "pay-" + source + "-" + reference;
  }
}
