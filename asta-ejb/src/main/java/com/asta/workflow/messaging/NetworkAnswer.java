package com.asta.workflow.messaging;

import com.asta.common.service.Json;
import com.asta.workflow.event.ProvisioningAnswer.Result;
import java.util.Map;

/**
 * What a JMS client really sent as the network's answer, read as far as it can be.
 *
 * @param businessKey the order it speaks of; null if that cannot be told
 * @param result null if it cannot be understood
 * @param reason the network's reason, or what is wrong with the message
 */
record NetworkAnswer(String businessKey, Result result, String reason) {
  private static final int QUOTED = 80;

  /** Reads the body; {@code correlation} names the order if the body does not. */
  static NetworkAnswer read(String body, String correlation) {
    Map<?, ?> fields;
    try {
      fields = Json.read(body, Map.class);
    } catch (Json.Malformed e) {
      return new NetworkAnswer(correlation, null, "The answer is not JSON: " + quoted(body));
    }
    String businessKey =
        fields.get("orderId") instanceof Number id ? "order-" + id.longValue() : correlation;
    Object said = fields.get("result");
    Object reason = fields.get("reason");
    for (Result result : Result.values()) {
      if (result.name().equals(said)) {
        return new NetworkAnswer(businessKey, result, reason == null ? null : reason.toString());
      }
    }
    return new NetworkAnswer(
        businessKey, null, "The answer's result is " + said + ", neither DONE nor FAILED");
  }

  boolean isUnderstood() {
    return businessKey != null && result != null;
  }

  private static String quoted(String body) {
    String text = body == null ? "" : body.strip();
    return '“' + (text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text) + '”';
  }
}
