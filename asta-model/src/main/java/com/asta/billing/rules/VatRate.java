package com.asta.billing.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The tax rate of a category over a time.
 *
 * @param percent 23 for 23 %
 * @param label as printed: {@code 23%}, {@code zw.}
 * @param until first day it no longer holds; null while open
 */
public record VatRate(
    String category, BigDecimal percent, String label, LocalDate from, LocalDate until) {
  public VatRate {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(label, "label");
    if (percent.signum() < 0) {
      throw new IllegalArgumentException("A tax rate is not negative: " + percent);
    }
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
