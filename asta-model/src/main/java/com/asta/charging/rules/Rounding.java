package com.asta.charging.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where the price of an event is rounded: an attribute of the tariff.
 *
 * @param scale decimals kept, 0 to 12
 */
public record Rounding(int scale, RoundingMode mode) {
  /** Keeps the 12 decimals of rated amounts. */
  public static final Rounding NONE = new Rounding(12, RoundingMode.HALF_UP);

  public Rounding {
    if (scale < 0 || scale > 12 || mode == null || mode == RoundingMode.UNNECESSARY) {
      throw new IllegalArgumentException("Rounding to " + scale + " decimals, mode " + mode);
    }
  }

  BigDecimal apply(BigDecimal amount) {
    return amount.scale() <= scale ? amount : amount.setScale(scale, mode);
  }
}
