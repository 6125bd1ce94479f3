package com.asta.payments.service;

import com.asta.common.service.Json;
import com.asta.payments.rules.PayuSignature;
import com.asta.payments.rules.PayuWords;
import com.asta.payments.service.PaymentGateway.UnreadableNotice;
import com.asta.payments.service.PayuMessages.Notification;
import com.asta.payments.service.PayuMessages.Order;
import com.asta.payments.service.PayuMessages.Refund;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads PayU's notifications: the signature first, and nothing of what it does not sign. */
final class PayuNotices {
  private PayuNotices() {}

  static Optional<ProviderNotice> read(byte[] body, String signature, PayuSettings settings)
      throws UnreadableNotice {
    if (!PayuSignature.verifies(signature, body, settings.secondKey(), settings.md5())) {
      return Optional.empty();
    }
    Notification told;
    try {
      told = Json.read(new String(body, StandardCharsets.UTF_8), Notification.class);
    } catch (Json.Malformed nonsense) {
      throw new UnreadableNotice(nonsense.getMessage());
    }
    String key = PayuSignature.sign("SHA-256", body, "");
    if (told.refund() != null) {
      return Optional.of(ofRefund(key, told, told.refund()));
    }
    if (told.order() != null) {
      return Optional.of(ofOrder(key, told.order()));
    }
    throw new UnreadableNotice("neither order nor refund");
  }

  private static ProviderNotice ofOrder(String key, Order order) throws UnreadableNotice {
    ProviderAnswer answer =
        PayuOrders.told(order).orElseThrow(() -> new UnreadableNotice("order " + order.status()));
    return new ProviderNotice(
        key,
        required(order.extOrderId()),
        required(order.orderId()),
        order.status(),
        answer,
        null,
        null);
  }

  private static ProviderNotice ofRefund(String key, Notification told, Refund refund)
      throws UnreadableNotice {
    ProviderRefundAnswer answer = PayuRefunds.told(refund);
    if (answer.told() == null) {
      throw new UnreadableNotice("refund " + refund.status());
    }
    return new ProviderNotice(
        key,
        required(told.extOrderId()),
        required(told.orderId()),
        refund.status(),
        null,
        new ProviderNotice.Refund(
            PayuOrders.id(refund.extRefundId()),
            required(refund.refundId()),
            answer.told(),
            answer.failure()),
        PayuWords.amount(refund.amount(), refund.currencyCode()).orElse(null));
  }

  private static String required(String told) throws UnreadableNotice {
    String id = PayuOrders.id(told);
    if (id == null) {
      throw new UnreadableNotice("a number is missing");
    }
    return id;
  }
}
