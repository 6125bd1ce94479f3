package com.asta.charging.service;

import java.util.List;

/**
 * How many customers gain and lose how much: winners pay less, losers more.
 *
 * @param counts customers per class of change in percent, from the greatest fall to the greatest
 *     rise; the middle one holds those without a change. Limits are {@link #LIMITS}.
 */
public record RepricingSpread(long winners, long unchanged, long losers, List<Long> counts) {
  /** Percent at which classes of falls and of rises end. */
  public static final List<Integer> LIMITS = List.of(5, 20, 50);

  public RepricingSpread {
    counts = List.copyOf(counts);
  }

  /** All customers. */
  public long customers() {
    return winners + unchanged + losers;
  }
}
