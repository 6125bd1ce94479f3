package com.asta.payments.service;

import com.asta.common.service.PublicAddress;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.rules.PayuWords;
import com.asta.payments.service.PayuMessages.Buyer;
import com.asta.payments.service.PayuMessages.Order;
import com.asta.payments.service.PayuMessages.OrderRequest;
import com.asta.payments.service.PayuMessages.PayMethod;
import com.asta.payments.service.PayuMessages.PayMethods;
import com.asta.payments.service.PayuMessages.Product;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Orders in PayU's words. What PayU sends is taken only in the form it should have. */
final class PayuOrders {
  private static final int LONGEST_WORD = 60;
  private static final int LONGEST_PAGE = 2_000;

  private PayuOrders() {}

  static OrderRequest request(ProviderOrder order, PayChannel channel, PayuSettings settings) {
    String amount = PayuWords.minorUnits(order.amount());
    return new OrderRequest(
        order.externalId(),
        PublicAddress.of("/rest/gateway/" + PayuGateway.NAME + "/notification"),
        PublicAddress.of(order.returnPath()),
        order.clientAddress(),
        settings.posId(),
        order.description(),
        order.amount().currency(),
        amount,
        channel == PayChannel.CARD ? (order.firstUse() ? "FIRST" : "STANDARD") : null,
        new Buyer(
            String.valueOf(order.payer().customerId()),
            order.payer().email(),
            order.payer().name(),
            order.payer().language()),
        List.of(new Product(order.description(), amount, "1")),
        method(order, channel));
  }

  private static PayMethods method(ProviderOrder order, PayChannel channel) {
    return switch (channel) {
      case PAGE -> null;
      case BLIK -> new PayMethods(new PayMethod("BLIK_AUTHORIZATION_CODE", order.secret(), null));
      case CARD -> new PayMethods(new PayMethod("CARD_TOKEN", order.secret(), null));
    };
  }

  /** What an order says; empty if its state is none we know. */
  static Optional<ProviderAnswer> told(Order order) {
    PayMethod how = order.payMethod();
    return PayuWords.orderState(order.status())
        .map(
            state ->
                new ProviderAnswer(
                    state,
                    id(order.orderId()),
                    null,
                    how == null ? null : PayuWords.method(how.type(), how.value()),
                    PayuWords.amount(order.totalAmount(), order.currencyCode()).orElse(null),
                    null));
  }

  /** A number of PayU's, null if it is none: it becomes a part of addresses. */
  static String id(String told) {
    return told != null && told.matches("[A-Za-z0-9_-]{1,64}") ? told : null;
  }

  /** A page of PayU's to send the customer to, null if it is none. */
  static String page(String told) {
    if (told == null || told.length() > LONGEST_PAGE) {
      return null;
    }
    try {
      URI page = URI.create(told);
      boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
      return web && page.getHost() != null ? told : null;
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  static String word(String told) {
    String word = told == null ? "" : told.replaceAll("[^A-Za-z0-9_ -]", "");
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
  }
}
