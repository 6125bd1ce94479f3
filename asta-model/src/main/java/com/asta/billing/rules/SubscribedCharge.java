package com.asta.billing.rules;

import com.asta.common.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A price of a subscribed phase as it stands today, together with how far it was billed.
 *
 * @param until first day the phase no longer covers; null while open; the phase's first day if it
 *     was withdrawn altogether
 * @param months 0 for a one-time fee, otherwise after how many months the price recurs
 * @param price net, for the whole nominal period
 * @param inAdvance billed before its period rather than after it
 * @param billedUntil first day not yet billed; the phase's first day if none was
 */
public record SubscribedCharge(
    ChargeKey key,
    LocalDate until,
    long offerVersionId,
    String serviceId,
    int months,
    Money price,
    boolean inAdvance,
    LocalDate billedUntil,
    Texts texts,
    String vatCategory) {
  public SubscribedCharge {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(vatCategory, "vatCategory");
    if (months < 0) {
      throw new IllegalArgumentException("Months must not be negative: " + months);
    }
    if (billedUntil.isBefore(key.phaseFrom())) {
      throw new IllegalArgumentException(
          "Billed until " + billedUntil + ", before the phase began on " + key.phaseFrom());
    }
  }

  public boolean isOneTime() {
    return months == 0;
  }
}
