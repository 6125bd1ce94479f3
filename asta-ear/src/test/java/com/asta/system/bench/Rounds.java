package com.asta.system.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures rounds and takes their medians, so that one disturbed round changes nothing. */
public final class Rounds {
  /** Measures one round, whatever its unit. */
  @FunctionalInterface
  public interface Measure {
    double round() throws Exception;
  }

  /** Medians of a value and of its reference. */
  public record Compared(double value, double reference) {}

  private Rounds() {}

  /** Median of rounds after one that is thrown away. */
  public static double median(int rounds, Measure measure) throws Exception {
    measure.round();
    List<Double> measured = new ArrayList<>(rounds);
    for (int i = 0; i < rounds; i++) {
      measured.add(measure.round());
    }
    return median(measured);
  }

  /** Medians of rounds that take turns, after one of each that is thrown away. */
  public static Compared compared(int rounds, Measure value, Measure reference) throws Exception {
    value.round();
    reference.round();
    List<Double> values = new ArrayList<>(rounds);
    List<Double> references = new ArrayList<>(rounds);
    for (int i = 0; i < rounds; i++) {
      references.add(reference.round());
      values.add(value.round());
    }
    return new Compared(median(values), median(references));
  }

  /** Median of measurements; the mean of the middle two if their number is even. */
  public static double median(List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * A percentile of sorted measurements.
   *
   * @param share 0.99 for p99
   */
  public static double percentile(double[] sorted, double share) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("No measurements");
    }
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
  }
}
