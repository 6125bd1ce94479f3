package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A price of a subscribed phase as it stands today, together with how far it was billed.
 *
 * @param kind every kind but usage
 * @param code the price's code in its offer version
 * @param until first day the phase no longer covers; null while open; the phase's first day if it
 *     was withdrawn altogether. Of a penalty: the day the service was resigned for, else null
 * @param recurrence how often a recurring price or a minimum is due
 * @param termMonths the term that a penalty protects, 0 for every other kind
 * @param price net, for the whole nominal period; of a penalty for the whole term
 * @param inAdvance billed before its period rather than after it
 * @param billedUntil first day not yet billed; the phase's first day if none was
 */
public record SubscribedCharge(
    ChargeKey key,
    PriceKind kind,
    String code,
    LocalDate until,
    long offerVersionId,
    String serviceId,
    Recurrence recurrence,
    Proration proration,
    int termMonths,
    Money price,
    boolean inAdvance,
    LocalDate billedUntil,
    Texts texts,
    String vatCategory) {
  public SubscribedCharge {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(recurrence, "recurrence");
    Objects.requireNonNull(proration, "proration");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(vatCategory, "vatCategory");
    if (kind == PriceKind.USAGE) {
      throw new IllegalArgumentException("Usage is no charge of a phase: " + key);
    }
    if (termMonths < 0) {
      throw new IllegalArgumentException("A term must not be negative: " + termMonths);
    }
    if (billedUntil.isBefore(key.phaseFrom())) {
      throw new IllegalArgumentException(
          "Billed until " + billedUntil + ", before the phase began on " + key.phaseFrom());
    }
  }
}
