package com.asta.charging.rules;

import java.time.Instant;

/**
 * One use of a service, before it has a price.
 *
 * @param at when it began
 * @param destination E.164 digits without plus; null where the service has none
 * @param units seconds, messages or octets; positive
 */
public record UsageEvent(ServiceKind service, Instant at, String destination, long units) {
  public UsageEvent {
    if (service == null || at == null) {
      throw new IllegalArgumentException("Usage needs a service and a time: " + service + " " + at);
    }
    Codes.positive("Units of usage", units);
  }
}
