package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * A price by the quantity of a period in the operator's calendar.
 *
 * <p>An event is priced with the difference it makes to the period: the prices of all events add up
 * to the price of their total, in whatever order they come.
 *
 * @param period how long quantity is counted; by default a month
 */
public record Tiers(Tiering method, List<Tier> tiers, CounterPeriod period) {
  public Tiers {
    if (method == null || tiers == null || tiers.isEmpty()) {
      throw new IllegalArgumentException("Tiers need a method and a tier, was: " + method);
    }
    tiers = List.copyOf(tiers);
    period = period == null ? CounterPeriod.MONTH : period;
  }

  /** A price by the quantity of a month. */
  public Tiers(Tiering method, List<Tier> tiers) {
    this(method, tiers, CounterPeriod.MONTH);
  }

  /** Price of the whole quantity of a period. */
  public BigDecimal price(long units) {
    if (units < 0) {
      throw new IllegalArgumentException("Units must not be negative, was: " + units);
    }
    return switch (method) {
      case GRADUATED -> graduated(units);
      case VOLUME -> tiers.get(reached(units)).price().multiply(BigDecimal.valueOf(units));
      case BLOCK -> {
        Tier block = tiers.get(0);
        yield block.price().multiply(BigDecimal.valueOf((units + block.size() - 1) / block.size()));
      }
    };
  }

  /** What {@code units} more cost after {@code used}; a volume price may make it negative. */
  public BigDecimal price(long used, long units) {
    return price(Math.addExact(used, units)).subtract(price(used));
  }

  private BigDecimal graduated(long units) {
    BigDecimal sum = BigDecimal.ZERO;
    long rest = units;
    for (int i = 0; i < tiers.size() && rest > 0; i++) {
      Tier tier = tiers.get(i);
      long here = i == tiers.size() - 1 ? rest : Math.min(rest, tier.size());
      sum = sum.add(tier.price().multiply(BigDecimal.valueOf(here)));
      rest -= here;
    }
    return sum;
  }

  private int reached(long units) {
    long end = 0;
    for (int i = 0; i < tiers.size() - 1; i++) {
      end += tiers.get(i).size();
      if (units <= end) {
        return i;
      }
    }
    return tiers.size() - 1;
  }
}
