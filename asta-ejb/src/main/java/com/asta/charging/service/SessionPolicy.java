package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.GroupAnswer.FinalUnit;
import java.time.Duration;

/**
 * How sessions are served.
 *
 * @param validity after so long a caller must report
 * @param patience so much later a silent session is closed
 * @param finalUnit what happens when the last quota is used up
 */
record SessionPolicy(
    long voiceSeconds,
    long messages,
    long octets,
    long units,
    Duration validity,
    Duration patience,
    FinalUnit finalUnit) {
  /** As the server is set. */
  static SessionPolicy ofServer() {
    String redirect = ChargingSettings.text("redirect", "");
    return new SessionPolicy(
        ChargingSettings.number("quota.seconds", 300),
        ChargingSettings.number("quota.messages", 5),
        ChargingSettings.number("quota.octets", 10L << 20),
        ChargingSettings.number("quota.units", 10),
        Duration.ofSeconds(ChargingSettings.number("validity.seconds", 900)),
        Duration.ofSeconds(ChargingSettings.number("patience.seconds", 120)),
        redirect.isEmpty()
            ? new FinalUnit(FinalUnit.Action.TERMINATE, null)
            : new FinalUnit(FinalUnit.Action.REDIRECT, redirect));
  }

  /** Size of a quota that the caller leaves to the server. */
  long quota(ServiceKind service) {
    return switch (service) {
      case VOICE -> voiceSeconds;
      case MESSAGE -> messages;
      case DATA -> octets;
      case UNIT -> units;
    };
  }
}
