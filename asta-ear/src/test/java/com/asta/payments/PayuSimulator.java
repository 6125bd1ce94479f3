package com.asta.payments;

import com.asta.payments.PayuOrderBook.Order;
import com.asta.payments.rules.PayuSignature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Plays PayU for tests: checks all it gets, and answers late, never, twice and out of order as a
 * test tells it under {@code /control/}. It runs beside the server, so that tests in the server and
 * tests in the browser see the same one.
 */
public final class PayuSimulator implements AutoCloseable {
  public static final String POS_ID = "300746";
  public static final String CLIENT_ID = "it-client";
  public static final String CLIENT_SECRET = "it-client-secret";
  public static final String SECOND_KEY = "it-second-key";
  private static final String TOKEN = "it-access-token";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LATE = Duration.ofSeconds(4);

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final PayuOrderBook book = new PayuOrderBook();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private volatile String nextCreate = "NORMAL";
  private volatile String nextRefund = "NORMAL";
  private volatile boolean deaf;

  private PayuSimulator(HttpServer server) {
    this.server = server;
  }

  /** Starts it on a free port. */
  public static PayuSimulator start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    PayuSimulator simulator = new PayuSimulator(server);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/", simulator::handle);
    server.start();
    return simulator;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.startsWith("/control/")) {
        control(exchange, path.substring("/control/".length()));
      } else if (path.startsWith("/pay/")) {
        page(exchange, path.substring("/pay/".length()));
      } else if (path.equals("/pl/standard/user/oauth/authorize")) {
        login(exchange);
      } else if (deaf) {
        pause(LATE);
      } else if (!("Bearer " + TOKEN).equals(header(exchange, "Authorization"))) {
        answer(exchange, 401, status("UNAUTHORIZED"));
      } else {
        serve(exchange, path);
      }
    } catch (RuntimeException e) {
      faults.add(exchange.getRequestMethod() + " " + path + ": " + e);
      answer(exchange, 500, status("ERROR_INTERNAL"));
    }
  }

  private void login(HttpExchange exchange) throws IOException {
    Map<String, String> form = fields(text(exchange));
    boolean known =
        "POST".equals(exchange.getRequestMethod())
            && String.valueOf(header(exchange, "Content-Type"))
                .startsWith("application/x-www-form-urlencoded")
            && CLIENT_ID.equals(form.get("client_id"))
            && CLIENT_SECRET.equals(form.get("client_secret"))
            && (form.get("grant_type").equals("client_credentials")
                || form.get("grant_type").equals("trusted_merchant")
                    && form.containsKey("ext_customer_id"));
    if (!known) {
      faults.add("login with " + form.keySet());
      answer(exchange, 401, Map.of("error", "invalid_client"));
      return;
    }
    answer(exchange, 200, Map.of("access_token", TOKEN, "expires_in", 43_199));
  }

  private void serve(HttpExchange exchange, String path) throws IOException {
    String[] parts = path.replaceFirst("^/api/v2_1/", "").split("/");
    String what = exchange.getRequestMethod() + " " + parts[0] + " " + parts.length;
    switch (what) {
      case "POST orders 1" -> create(exchange);
      case "GET orders 2" -> {
        Order order = book.byId(parts[1]);
        answer(
            exchange,
            order == null ? 404 : 200,
            order == null ? status("DATA_NOT_FOUND") : Map.of("orders", List.of(order.told())));
      }
      case "DELETE orders 2" -> {
        boolean done = book.cancel(parts[1]);
        answer(exchange, done ? 200 : 400, status(done ? "SUCCESS" : "BUSINESS_ERROR"));
      }
      case "POST orders 3" -> {
        if (parts[2].equals("captures")) {
          book.byId(parts[1]).status = "COMPLETED";
          answer(exchange, 200, status("SUCCESS"));
        } else {
          refund(exchange, book.byId(parts[1]));
        }
      }
      case "GET orders 3" -> answer(exchange, 200, Map.of("refunds", book.byId(parts[1]).refunds));
      case "GET paymethods 1" -> answer(exchange, 200, Map.of("cardTokens", book.cards()));
      case "DELETE tokens 2" -> {
        book.forget(parts[1]);
        answer(exchange, 204, null);
      }
      default -> answer(exchange, 404, status("DATA_NOT_FOUND"));
    }
  }

  private void create(HttpExchange exchange) throws IOException {
    String how = nextCreate;
    nextCreate = "NORMAL";
    JsonNode told = JSON.readTree(text(exchange));
    if (how.equals("LOST")) {
      pause(LATE);
      return;
    }
    String fault = PayuOrderBook.faultOf(told, POS_ID);
    if (fault != null) {
      faults.add(fault + " in " + told);
      answer(exchange, 400, status("ERROR_VALUE_INVALID"));
      return;
    }
    Order known = book.byExternalId(told.get("extOrderId").asText());
    if (known != null) {
      Map<String, Object> refused = status("ERROR_ORDER_NOT_UNIQUE");
      refused.put("orderId", known.id);
      answer(exchange, 400, refused);
      return;
    }
    Order order = book.add(told, address());
    if (how.equals("REFUSED") || "BLIK 000000".equals(order.pay())) {
      book.remove(order);
      answer(exchange, 400, status("BUSINESS_ERROR"));
      return;
    }
    if (how.startsWith("TELL_FIRST")) {
      order.status = "COMPLETED";
      tell(order, "GOOD");
    }
    if (how.startsWith("LATE")) {
      pause(LATE);
    }
    answer(exchange, order.pay().startsWith("PAGE") ? 302 : 201, order.created());
  }

  private void refund(HttpExchange exchange, Order order) throws IOException {
    String how = nextRefund;
    nextRefund = "NORMAL";
    JsonNode wish = JSON.readTree(text(exchange)).get("refund");
    if (how.equals("LOST")) {
      pause(LATE);
      return;
    }
    if (how.equals("REFUSED")) {
      answer(exchange, 400, status("REFUND_NOT_POSSIBLE"));
      return;
    }
    if (wish.get("description").asText().isBlank() || !wish.get("amount").isTextual()) {
      faults.add("refund " + wish);
    }
    Map<String, Object> refund = order.refund(wish);
    if (how.equals("LATE")) {
      pause(LATE);
    }
    answer(exchange, 200, Map.of("orderId", order.id, "refund", refund));
  }

  /** The page a customer is sent to; pressing a button decides, tells the shop and goes back. */
  private void page(HttpExchange exchange, String id) throws IOException {
    Order order = book.byId(id);
    if ("POST".equals(exchange.getRequestMethod())) {
      Map<String, String> form = fields(text(exchange));
      order.status = form.containsKey("pay") ? "COMPLETED" : "CANCELED";
      tell(order, "GOOD");
      exchange.getResponseHeaders().set("Location", order.continueUrl);
      exchange.sendResponseHeaders(303, -1);
      return;
    }
    byte[] html =
        ("<!doctype html><html lang=en><title>PayU</title><h1>PayU simulator</h1><p>"
                + order.amount
                + "</p><form method=post><button name=pay>Pay</button>"
                + "<button name=refuse>Cancel</button></form></html>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, html.length);
    exchange.getResponseBody().write(html);
  }

  /** What a test says: see {@link PayuControl}. */
  private void control(HttpExchange exchange, String what) throws IOException {
    Map<String, String> told = fields(text(exchange));
    switch (what) {
      case "next" -> {
        nextCreate = told.getOrDefault("create", "NORMAL");
        nextRefund = told.getOrDefault("refund", "NORMAL");
        deaf = Boolean.parseBoolean(told.get("deaf"));
        answer(exchange, 200, Map.of());
      }
      case "set" -> {
        Order order = book.byExternalId(told.get("order"));
        order.status = told.getOrDefault("status", order.status);
        order.amount = told.getOrDefault("amount", order.amount);
        order.refunds.forEach(
            refund -> refund.put("status", told.getOrDefault("refund", "" + refund.get("status"))));
        answer(exchange, 200, Map.of());
      }
      case "tell" ->
          answer(
              exchange,
              200,
              Map.of("status", tell(book.byExternalId(told.get("order")), told.get("signature"))));
      case "tell-refund" ->
          answer(exchange, 200, Map.of("status", tellRefund(book.byExternalId(told.get("order")))));
      case "look" -> {
        Order order = book.byExternalId(told.get("order"));
        answer(
            exchange,
            200,
            order == null ? Map.of("missing", true) : Map.of("pay", order.pay(), "id", order.id));
      }
      default -> answer(exchange, 200, Map.of("faults", faults, "orders", book.size()));
    }
  }

  private int tell(Order order, String signature) throws IOException {
    return send(order.notifyUrl, JSON.writeValueAsString(Map.of("order", order.told())), signature);
  }

  private int tellRefund(Order order) throws IOException {
    Map<String, Object> refund = new LinkedHashMap<>(order.refunds.get(0));
    refund.remove("extRefundId");
    return send(
        order.notifyUrl,
        JSON.writeValueAsString(
            Map.of("orderId", order.id, "extOrderId", order.externalId, "refund", refund)),
        "GOOD");
  }

  private int send(String url, String body, String signature) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String digest =
        switch (signature) {
          case "WRONG" -> PayuSignature.sign("SHA-256", bytes, "another key");
          case "MD5" -> PayuSignature.sign("MD5", bytes, SECOND_KEY);
          default -> PayuSignature.sign("SHA-256", bytes, SECOND_KEY);
        };
    String header =
        "sender=checkout;signature="
            + digest
            + ";algorithm="
            + (signature.equals("MD5") ? "MD5" : "SHA-256")
            + ";content=DOCUMENT";
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url))
                  .timeout(Duration.ofSeconds(20))
                  .header("Content-Type", "application/json;charset=UTF-8")
                  .header("OpenPayU-Signature", header)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Map<String, Object> status(String code) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", Map.of("statusCode", code));
    return body;
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : form.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
