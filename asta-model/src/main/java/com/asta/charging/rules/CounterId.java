package com.asta.charging.rules;

import java.time.LocalDate;

/**
 * Names a counter of a subscription: what it counts, in which period.
 *
 * @param code code of an allowance, a tiered rate, a discount or a fair-use rule
 * @param periodStart first day of its period in the operator's zone; a grant of an allowance is
 *     counted in the period it was given for, also when it is drawn later
 */
public record CounterId(String code, LocalDate periodStart) {
  public CounterId {
    if (code == null || periodStart == null) {
      throw new IllegalArgumentException(
          "A counter needs a code and a period: " + code + " " + periodStart);
    }
  }
}
