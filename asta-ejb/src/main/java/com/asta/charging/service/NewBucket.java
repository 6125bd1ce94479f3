package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A bucket to grant.
 *
 * @param units whether it holds units of {@code service} rather than money
 * @param amount money in the account's currency, or units (seconds, messages, octets)
 * @param validTo last day of use; null for ever
 * @param priority lower ones are used first
 * @param service what it may be used for; null for anything, which only money can
 * @param zones codes of zones; none for all
 * @param bands codes of time bands; none for all
 */
public record NewBucket(
    boolean units,
    BigDecimal amount,
    LocalDate validFrom,
    LocalDate validTo,
    int priority,
    ServiceKind service,
    List<String> zones,
    List<String> bands) {
  public NewBucket {
    zones = zones == null ? List.of() : List.copyOf(zones);
    bands = bands == null ? List.of() : List.copyOf(bands);
  }

  /** Whether it makes sense. */
  boolean isWhole() {
    return amount != null
        && amount.signum() > 0
        && amount.scale() <= (units ? 0 : 2)
        && validFrom != null
        && (validTo == null || !validTo.isBefore(validFrom))
        && priority >= 0
        && (!units || service != null);
  }
}
