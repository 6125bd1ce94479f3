package com.asta.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The orders and cards of the simulated PayU. */
final class PayuOrderBook {
  private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime() % 1_000_000_000L);
  private static final String CARD = "411111******1111";

  private final Map<String, Order> orders = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /** An order. */
  static final class Order {
    final String id = "WZHF5FFDRJ" + SERIAL.incrementAndGet() + "GUEST000P01";
    final List<Map<String, Object>> refunds = new ArrayList<>();
    String externalId;
    String notifyUrl;
    String continueUrl;
    String amount;
    String currency;
    String page;
    JsonNode method;
    String recurring;
    volatile String status = "PENDING";

    /** How it is paid: {@code PAGE}, {@code BLIK code} or {@code CARD token FIRST}. */
    String pay() {
      if (method == null) {
        return "PAGE";
      }
      String type = method.get("type").asText().replaceAll("_.*", "");
      String value = method.path("value").asText();
      return type + " " + value + (recurring == null ? "" : " " + recurring);
    }

    Map<String, Object> created() {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("status", Map.of("statusCode", "SUCCESS"));
      body.put("orderId", id);
      body.put("extOrderId", externalId);
      if (method == null) {
        body.put("redirectUri", page);
      }
      return body;
    }

    Map<String, Object> told() {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("orderId", id);
      body.put("extOrderId", externalId);
      body.put("status", status);
      body.put("totalAmount", amount);
      body.put("currencyCode", currency);
      body.put("payMethod", Map.of("type", method == null ? "PBL" : method.get("type").asText()));
      return body;
    }

    Map<String, Object> refund(JsonNode wish) {
      Map<String, Object> refund = new LinkedHashMap<>();
      refund.put("refundId", String.valueOf(SERIAL.incrementAndGet()));
      refund.put("extRefundId", wish.get("extRefundId").asText());
      refund.put("amount", wish.get("amount").asText());
      refund.put("currencyCode", currency);
      refund.put("status", "PENDING");
      refunds.add(refund);
      return refund;
    }
  }

  /** What is wrong with an order by PayU's schema; null if nothing is. */
  static String faultOf(JsonNode told, String posId) {
    for (String required :
        List.of(
            "extOrderId",
            "notifyUrl",
            "continueUrl",
            "customerIp",
            "merchantPosId",
            "description",
            "currencyCode",
            "totalAmount")) {
      if (!told.path(required).isTextual() || told.get(required).asText().isBlank()) {
        return required + " is missing";
      }
    }
    if (!told.get("merchantPosId").asText().equals(posId)) {
      return "another point of sale";
    }
    if (!told.get("totalAmount").asText().matches("[1-9]\\d*")) {
      return "totalAmount is not in minor units";
    }
    JsonNode product = told.path("products").path(0);
    if (!product.path("unitPrice").asText().equals(told.get("totalAmount").asText())
        || !product.path("name").isTextual()) {
      return "products do not sum to the total";
    }
    return told.get("description").asText().length() > 4_000 ? "description is too long" : null;
  }

  Order add(JsonNode told, URI simulator) {
    Order order = new Order();
    order.externalId = told.get("extOrderId").asText();
    order.notifyUrl = told.get("notifyUrl").asText();
    order.continueUrl = told.get("continueUrl").asText();
    order.amount = told.get("totalAmount").asText();
    order.currency = told.get("currencyCode").asText();
    order.method = told.path("payMethods").get("payMethod");
    order.recurring = told.hasNonNull("recurring") ? told.get("recurring").asText() : null;
    order.page = simulator + "/pay/" + order.id;
    orders.put(order.id, order);
    tokens.put("TOKC_" + order.id, CARD);
    return order;
  }

  void remove(Order order) {
    orders.remove(order.id);
  }

  Order byId(String id) {
    return orders.get(id);
  }

  Order byExternalId(String externalId) {
    return orders.values().stream()
        .filter(order -> order.externalId.equals(externalId))
        .findFirst()
        .orElse(null);
  }

  boolean cancel(String id) {
    Order order = orders.get(id);
    if (order == null || order.status.equals("COMPLETED")) {
      return false;
    }
    order.status = "CANCELED";
    return true;
  }

  /** The card saved last. */
  List<Map<String, String>> cards() {
    return tokens.keySet().stream()
        .max(String::compareTo)
        .map(
            token ->
                List.of(
                    Map.of(
                        "value", token,
                        "status", "ACTIVE",
                        "cardNumberMasked", CARD,
                        "cardExpirationYear", "2030",
                        "cardExpirationMonth", "9")))
        .orElse(List.of());
  }

  void forget(String token) {
    tokens.remove(token);
  }

  int size() {
    return orders.size();
  }
}
