package com.asta.payments.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** PayU's words and numbers in ours: order and refund states, methods, amounts in minor units. */
public final class PayuWords {
  private PayuWords() {}

  /** The state of an order; empty for a word PayU does not define. */
  public static Optional<AttemptState> orderState(String status) {
    return Optional.ofNullable(
        switch (status == null ? "" : status) {
          case "NEW", "PENDING" -> AttemptState.PENDING;
          case "WAITING_FOR_CONFIRMATION" -> AttemptState.WAITING_FOR_CONFIRMATION;
          case "COMPLETED" -> AttemptState.COMPLETED;
          case "CANCELED" -> AttemptState.CANCELLED;
          case "REJECTED" -> AttemptState.REJECTED;
          default -> null;
        });
  }

  /** The state of a refund; empty for a word PayU does not define. */
  public static Optional<ProviderRefundState> refundState(String status) {
    return Optional.ofNullable(
        switch (status == null ? "" : status) {
          case "PENDING" -> ProviderRefundState.PENDING;
          case "FINALIZED" -> ProviderRefundState.COMPLETED;
          case "CANCELED" -> ProviderRefundState.REJECTED;
          default -> null;
        });
  }

  /** How the customer paid, by the type and the value of PayU's payMethod; each may be null. */
  public static PaymentMethod method(String type, String value) {
    String word = (type == null ? "" : type) + " " + (value == null ? "" : value);
    if (word.startsWith("BLIK") || word.equals("PBL blik")) {
      return PaymentMethod.BLIK;
    }
    return word.startsWith("CARD") || word.equals("PBL c")
        ? PaymentMethod.CARD
        : PaymentMethod.ONLINE;
  }

  /** An amount in minor units: 12.30 PLN is {@code 1230}. It must not be finer than that. */
  public static String minorUnits(Money amount) {
    return amount.amount().movePointRight(digits(amount.currency())).toBigIntegerExact().toString();
  }

  /** An amount told in minor units; empty if it is no plain number. */
  public static Optional<Money> amount(String minorUnits, String currency) {
    if (minorUnits == null || currency == null || !minorUnits.matches("\\d{1,15}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Money.of(new BigDecimal(minorUnits).movePointLeft(digits(currency)), currency));
    } catch (IllegalArgumentException noCurrency) {
      return Optional.empty();
    }
  }

  private static int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }
}
