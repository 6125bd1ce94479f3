package com.asta.charging.rules;

import java.math.BigDecimal;

/**
 * One tier of a quantity price.
 *
 * @param size units the tier holds; the last tier goes on for ever
 * @param price net price of one unit; of one started block in {@link Tiering#BLOCK}
 */
public record Tier(long size, BigDecimal price) {
  public Tier {
    Codes.positive("Size of a tier", size);
    Codes.price("Price of a tier", price);
  }
}
