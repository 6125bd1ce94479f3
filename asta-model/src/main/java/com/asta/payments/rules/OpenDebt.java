package com.asta.payments.rules;

import com.asta.common.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An open item as the rules see it.
 *
 * @param number the document's number as printed
 * @param open what is still owed of it, above zero
 */
public record OpenDebt(
    long openItemId, String number, LocalDate issuedOn, LocalDate dueOn, Money open) {
  public OpenDebt {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(dueOn, "dueOn");
    if (!open.isPositive()) {
      throw new IllegalArgumentException("Open item " + number + " has nothing open: " + open);
    }
  }

  /**
   * Whether the book has the debt on this day, so that what settles it may be booked on that day,
   * with the money.
   */
  public boolean isOwedOn(LocalDate day) {
    return !issuedOn.isAfter(day);
  }

  /** The same debt with less of it open. */
  OpenDebt without(Money settled) {
    return new OpenDebt(openItemId, number, issuedOn, dueOn, open.minus(settled));
  }
}
