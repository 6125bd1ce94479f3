package com.asta.charging.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One use of a service, before it has a price.
 *
 * @param at when it began
 * @param destination E.164 digits without plus; null where the service has none
 * @param units in the unit of the service; positive
 * @param subscribedOn first day of the subscription; allowances roll over from this day on, not at
 *     all when it is null
 */
public record UsageEvent(
    ServiceKind service, Instant at, String destination, long units, LocalDate subscribedOn) {
  public UsageEvent {
    if (service == null || at == null) {
      throw new IllegalArgumentException("Usage needs a service and a time: " + service + " " + at);
    }
    Codes.positive("Units of usage", units);
  }

  /** Use of a subscription whose start does not matter. */
  public UsageEvent(ServiceKind service, Instant at, String destination, long units) {
    this(service, at, destination, units, null);
  }
}
