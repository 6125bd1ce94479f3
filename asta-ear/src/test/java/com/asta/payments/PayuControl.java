package com.asta.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a test tells the simulated PayU, from inside the server. */
final class PayuControl {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private PayuControl() {}

  /** How the next order is answered: LATE, LOST, REFUSED, TELL_FIRST; else as usual. */
  static void nextOrder(String how) {
    send("next", "create=" + how);
  }

  /** How the next refund is answered: LATE, LOST, REFUSED; else as usual. */
  static void nextRefund(String how) {
    send("next", "refund=" + how);
  }

  /** Answers no question until told otherwise. */
  static void deaf(boolean deaf) {
    send("next", "deaf=" + deaf);
  }

  static void set(String externalId, String status) {
    send("set", "order=" + externalId + "&status=" + status);
  }

  /** Pretends that an order was paid with so many minor units. */
  static void setAmount(String externalId, String minorUnits) {
    send("set", "order=" + externalId + "&status=COMPLETED&amount=" + minorUnits);
  }

  static void setRefund(String externalId, String status) {
    send("set", "order=" + externalId + "&refund=" + status);
  }

  /** Sends a notification of the order's status; answers the HTTP status it got. */
  static int tell(String externalId, String signature) {
    return send("tell", "order=" + externalId + "&signature=" + signature).get("status").asInt();
  }

  static int tellRefund(String externalId) {
    return send("tell-refund", "order=" + externalId).get("status").asInt();
  }

  /** How an order is paid, as PayU sees it; {@code missing} if there is none. */
  static String pay(String externalId) {
    JsonNode found = send("look", "order=" + externalId);
    return found.has("missing") ? "missing" : found.get("pay").asText();
  }

  /** What the simulator found wrong with what it got. */
  static String faults() {
    return send("faults", "").get("faults").toString();
  }

  private static JsonNode send(String what, String form) {
    try {
      HttpResponse<String> response =
          CLIENT.send(
              HttpRequest.newBuilder(
                      URI.create(System.getProperty("asta.payu.url") + "/control/" + what))
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
