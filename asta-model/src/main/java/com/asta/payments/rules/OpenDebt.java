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
public record OpenDebt(long openItemId, String number, LocalDate dueOn, Money open) {
  public OpenDebt {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(dueOn, "dueOn");
    if (!open.isPositive()) {
      throw new IllegalArgumentException("Open item " + number + " has nothing open: " + open);
    }
  }
}
