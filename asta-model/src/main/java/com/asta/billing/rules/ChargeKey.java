package com.asta.billing.rules;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a subscription is charged for: one price of one of its phases.
 *
 * @param phaseFrom first day of the phase
 */
public record ChargeKey(long subscriptionId, LocalDate phaseFrom, long priceId) {
  public ChargeKey {
    Objects.requireNonNull(phaseFrom, "phaseFrom");
  }
}
