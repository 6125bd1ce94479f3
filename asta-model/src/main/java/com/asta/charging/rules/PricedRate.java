package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.List;

/** A rate with its steps ready for multiplication. */
final class PricedRate {
  private final Rate rate;
  private final String band;
  private final PricedStep[] steps;

  PricedRate(Rate rate, Rounding rounding) {
    this.rate = rate;
    this.band = rate.band() == null ? "" : rate.band();
    List<Step> all = rate.steps();
    this.steps = new PricedStep[all.size()];
    for (int i = 0; i < steps.length; i++) {
      long end = i + 1 < steps.length ? all.get(i + 1).start() : Long.MAX_VALUE;
      steps[i] = new PricedStep(all.get(i), end, rounding);
    }
  }

  Rate rate() {
    return rate;
  }

  /** Code of the band of hours, or an empty text. */
  String band() {
    return band;
  }

  /** The step that holds at a position of the event. */
  PricedStep step(long position) {
    int index = 0;
    while (steps[index].end() <= position) {
      index++;
    }
    return steps[index];
  }

  /** A step, the position at which it ends, and the price of its increment where that is exact. */
  static final class PricedStep {
    private final Step step;
    private final long end;
    private final BigDecimal exact;
    private final BigDecimal rounded;

    PricedStep(Step step, long end, Rounding rounding) {
      this.step = step;
      this.end = end;
      this.exact = step.exactIncrement();
      this.rounded =
          rounding.level() == Rounding.Level.INCREMENT ? rounding.apply(step.price(1)) : null;
    }

    Step step() {
      return step;
    }

    long end() {
      return end;
    }

    /** Price of whole increments before any rounding. */
    BigDecimal price(long increments) {
      return exact == null ? step.price(increments) : times(exact, increments);
    }

    /** Price of increments that are rounded one by one; null when they are not. */
    BigDecimal roundedPrice(long increments) {
      return rounded == null ? null : times(rounded, increments);
    }

    private static BigDecimal times(BigDecimal price, long count) {
      return count == 1 ? price : price.multiply(BigDecimal.valueOf(count));
    }
  }
}
