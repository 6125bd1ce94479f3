package com.asta.charging.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of units from a position of the event on: every started increment is charged.
 *
 * @param start position in units from which the step holds; the first step starts at 0
 * @param price net price of {@code per} units
 * @param per units that cost {@code price}
 * @param increment units charged together; a started increment counts whole
 */
public record Step(long start, BigDecimal price, long per, long increment) {
  private static final int RATED_SCALE = 12;

  public Step {
    if (start < 0) {
      throw new IllegalArgumentException("A step must not start below 0, was: " + start);
    }
    Codes.price("Price of a step", price);
    Codes.positive("Price unit of a step", per);
    Codes.positive("Increment of a step", increment);
  }

  /** Increments that {@code units} start. */
  long started(long units) {
    return (units - 1) / increment + 1;
  }

  /** Price of one increment when it has at most 12 decimals, else null. */
  BigDecimal exactIncrement() {
    BigDecimal product = price.multiply(BigDecimal.valueOf(increment));
    BigDecimal quotient =
        product.divide(BigDecimal.valueOf(per), RATED_SCALE, RoundingMode.HALF_UP);
    boolean exact = quotient.multiply(BigDecimal.valueOf(per)).compareTo(product) == 0;
    return exact ? plain(quotient) : null;
  }

  /** The same number without zeros at its end, as it is written and read back. */
  static BigDecimal plain(BigDecimal price) {
    BigDecimal stripped = price.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Price of whole increments, at 12 decimals when the division does not end. */
  BigDecimal price(long increments) {
    if (increment == per) {
      return price.multiply(BigDecimal.valueOf(increments));
    }
    BigDecimal product =
        price.multiply(BigDecimal.valueOf(increments).multiply(BigDecimal.valueOf(increment)));
    return per == 1
        ? product
        : product.divide(BigDecimal.valueOf(per), RATED_SCALE, RoundingMode.HALF_UP);
  }
}
