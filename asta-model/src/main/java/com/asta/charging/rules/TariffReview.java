package com.asta.charging.rules;

import com.asta.charging.rules.TariffCheck.Finding;
import com.asta.charging.rules.TariffCheck.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The warnings about a tariff: rows that never decide, prices that look mistyped. */
final class TariffReview {
  private static final BigDecimal OUT_OF_LINE = BigDecimal.TEN;
  private static final int DIGITS = 10;

  /** What a price is compared by: three minutes, one message, a hundred megabytes, one unit. */
  private static final Map<ServiceKind, Long> SAMPLE =
      Map.of(
          ServiceKind.VOICE, 180L,
          ServiceKind.MESSAGE, 1L,
          ServiceKind.DATA, 104_857_600L,
          ServiceKind.UNIT, 1L);

  private TariffReview() {}

  static void review(TariffContent content, TariffContent before, List<Finding> found) {
    prefixes(content, found);
    bands(content, found);
    allowances(content, found);
    for (Rate rate : content.rates()) {
      unreached(rate, found);
    }
    outOfLine(content, found);
    if (before != null) {
      jumps(content, before, found);
    }
  }

  private static void prefixes(TariffContent content, List<Finding> found) {
    Set<String> all =
        content.zones().stream()
            .map(Zone::prefixes)
            .flatMap(Collection::stream)
            .collect(Collectors.toSet());
    Set<String> inner = new HashSet<>();
    for (String prefix : all) {
      for (int length = 1; length < prefix.length(); length++) {
        inner.add(prefix.substring(0, length));
      }
    }
    for (Zone zone : content.zones()) {
      if (zone.prefixes().isEmpty()) {
        found.add(new Finding(Problem.ZONE_WITHOUT_PREFIX, zone.code()));
      }
      for (String prefix : zone.prefixes()) {
        if (inner.contains(prefix) && isCovered(prefix, all, inner)) {
          found.add(new Finding(Problem.SHADOWED_PREFIX, prefix));
        }
      }
    }
  }

  /** Whether each of the ten digits after a prefix leads to a longer one. */
  private static boolean isCovered(String prefix, Set<String> all, Set<String> inner) {
    for (int digit = 0; digit < DIGITS; digit++) {
      String longer = prefix + digit;
      boolean deeper = inner.contains(longer) && isCovered(longer, all, inner);
      if (!all.contains(longer) && !deeper) {
        return false;
      }
    }
    return true;
  }

  private static void bands(TariffContent content, List<Finding> found) {
    Set<String> used = content.rates().stream().map(Rate::band).collect(Collectors.toSet());
    boolean holidays =
        content.holidays().country() != null || !content.holidays().dates().isEmpty();
    for (TimeBand band : content.bands()) {
      if (!used.contains(band.code())) {
        found.add(new Finding(Problem.UNUSED_BAND, band.code()));
      }
      if (band.onHolidays() != OnHolidays.AS_WEEKDAY && !holidays) {
        found.add(new Finding(Problem.NO_HOLIDAYS, band.code()));
      }
    }
  }

  private static void allowances(TariffContent content, List<Finding> found) {
    for (Allowance allowance : content.allowances()) {
      boolean rated =
          content.rates().stream()
              .anyMatch(
                  rate ->
                      rate.service() == allowance.service()
                          && (rate.zone() == null
                              || allowance.zones().isEmpty()
                              || allowance.zones().contains(rate.zone())));
      if (!rated) {
        found.add(new Finding(Problem.UNUSED_ALLOWANCE, allowance.code()));
      }
    }
  }

  private static void unreached(Rate rate, List<Finding> found) {
    if (rate.tiers() != null) {
      if (rate.tiers().method() == Tiering.BLOCK && rate.tiers().tiers().size() > 1) {
        found.add(new Finding(Problem.UNREACHED_TIER, rate.code()));
      }
      return;
    }
    List<Step> steps = rate.steps();
    Set<Step> reached = new HashSet<>();
    long position = 0;
    BigDecimal price = BigDecimal.ZERO;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      long end = i + 1 < steps.size() ? steps.get(i + 1).start() : Long.MAX_VALUE;
      boolean capped = rate.maximum() != null && price.compareTo(rate.maximum()) >= 0;
      if (position < end && !capped) {
        reached.add(step);
        if (end < Long.MAX_VALUE) {
          long increments = step.started(end - position);
          price = price.add(step.price(increments));
          position += increments * step.increment();
        }
      }
    }
    if (reached.size() < steps.size()) {
      found.add(new Finding(Problem.UNREACHED_STEP, rate.code()));
    }
  }

  private static void outOfLine(TariffContent content, List<Finding> found) {
    Map<List<Object>, List<Rate>> byZone =
        content.rates().stream()
            .collect(Collectors.groupingBy(rate -> Arrays.asList(rate.service(), rate.zone())));
    for (Rate rate : content.rates()) {
      List<BigDecimal> others =
          byZone.get(Arrays.<Object>asList(rate.service(), rate.zone())).stream()
              .filter(other -> other != rate)
              .map(TariffReview::price)
              .sorted()
              .toList();
      if (!others.isEmpty() && differs(price(rate), others.get(others.size() / 2))) {
        found.add(new Finding(Problem.PRICE_OUT_OF_LINE, rate.code()));
      }
    }
  }

  private static void jumps(TariffContent content, TariffContent before, List<Finding> found) {
    Map<List<Object>, Rate> earlier = new HashMap<>();
    before.rates().forEach(rate -> earlier.put(key(rate), rate));
    for (Rate rate : content.rates()) {
      Rate old = earlier.get(key(rate));
      if (old != null && differs(price(rate), price(old))) {
        found.add(new Finding(Problem.PRICE_JUMP, rate.code()));
      }
    }
  }

  private static List<Object> key(Rate rate) {
    return Arrays.asList(rate.service(), rate.zone(), rate.band());
  }

  private static boolean differs(BigDecimal price, BigDecimal other) {
    return price.compareTo(other.multiply(OUT_OF_LINE)) >= 0 && price.signum() > 0
        || other.compareTo(price.multiply(OUT_OF_LINE)) >= 0 && other.signum() > 0;
  }

  private static BigDecimal price(Rate rate) {
    long units = SAMPLE.get(rate.service());
    BigDecimal price =
        rate.tiers() == null
            ? rate.steps().get(0).price(rate.steps().get(0).started(units))
            : rate.tiers().price(units);
    return price.add(rate.connectFee()).round(MathContext.DECIMAL64);
  }
}
