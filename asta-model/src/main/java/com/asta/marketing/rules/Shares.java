package com.asta.marketing.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** How answers to one question spread. */
public final class Shares {
  private Shares() {}

  /** Part of whole in per cent with one decimal, half-up; 0 of nothing. */
  public static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? new BigDecimal("0.0")
        : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  /** The mean of numbers given as number → how many gave it, one decimal half-up; 0 of nothing. */
  public static BigDecimal mean(Map<Integer, Long> counts) {
    long answers = counts.values().stream().mapToLong(Long::longValue).sum();
    long sum = counts.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
    return answers == 0
        ? new BigDecimal("0.0")
        : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answers), 1, RoundingMode.HALF_UP);
  }
}
