package com.asta.charging.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where and how prices are rounded: an attribute of the tariff.
 *
 * @param scale decimals kept, 0 to 12
 * @param level what is rounded; by default the price of the event
 */
public record Rounding(int scale, RoundingMode mode, Level level) {
  /** What is rounded. */
  public enum Level {
    /** The price of each increment, before it is multiplied, and each other part. */
    INCREMENT,
    /** Each part of the price: the connect fee, each run of increments, a tiered quantity. */
    PART,
    /** The price of the event, once. */
    EVENT
  }

  /** Keeps the 12 decimals of rated amounts. */
  public static final Rounding NONE = new Rounding(12, RoundingMode.HALF_UP);

  public Rounding {
    if (scale < 0 || scale > 12 || mode == null || mode == RoundingMode.UNNECESSARY) {
      throw new IllegalArgumentException("Rounding to " + scale + " decimals, mode " + mode);
    }
    level = level == null ? Level.EVENT : level;
  }

  /** Rounds the price of an event. */
  public Rounding(int scale, RoundingMode mode) {
    this(scale, mode, Level.EVENT);
  }

  BigDecimal apply(BigDecimal amount) {
    return amount.scale() <= scale ? amount : amount.setScale(scale, mode);
  }
}
