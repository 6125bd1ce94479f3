package com.asta.charging.rules;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for what would make a tariff wrong or ambiguous, which publication refuses, and for what is
 * probably not meant, which it only tells.
 */
public final class TariffCheck {
  /** What is wrong; also the message key. */
  public enum Problem {
    NO_RATES(true),
    DUPLICATE_ZONE(true),
    DUPLICATE_PREFIX(true),
    UNKNOWN_ZONE(true),
    UNKNOWN_BAND(true),
    OVERLAPPING_BANDS(true),
    DUPLICATE_RATE(true),
    NO_RATE_OUTSIDE_BANDS(true),
    UNRATED_ZONE(true),
    DUPLICATE_ALLOWANCE(true),
    /** Two rules would count in one counter. */
    COUNTER_CLASH(true),
    MINIMUM_ABOVE_MAXIMUM(true),
    /** Every longer number belongs to longer prefixes. */
    SHADOWED_PREFIX(false),
    ZONE_WITHOUT_PREFIX(false),
    UNREACHED_STEP(false),
    UNREACHED_TIER(false),
    UNUSED_BAND(false),
    NO_HOLIDAYS(false),
    UNUSED_ALLOWANCE(false),
    /** Ten times as dear or as cheap as the other rates of the zone. */
    PRICE_OUT_OF_LINE(false),
    /** Ten times as dear or as cheap as in the version before. */
    PRICE_JUMP(false);

    private final boolean error;

    Problem(boolean error) {
      this.error = error;
    }

    /** Whether publication refuses it; else it is only told. */
    public boolean isError() {
      return error;
    }
  }

  /** A problem and the code it is about. */
  public record Finding(Problem problem, String subject) {
    /** Whether publication refuses it. */
    public boolean isError() {
      return problem.isError();
    }
  }

  private TariffCheck() {}

  /** Errors and warnings of a tariff by itself, errors first. */
  public static List<Finding> findings(TariffContent content) {
    return findings(content, null);
  }

  /**
   * Errors and warnings, errors first; it may be published when no error is among them.
   *
   * @param before the version in force, to compare prices with; may be null
   */
  public static List<Finding> findings(TariffContent content, TariffContent before) {
    List<Finding> found = new ArrayList<>();
    zones(content, found);
    bands(content, found);
    rates(content, found);
    counters(content, found);
    TariffReview.review(content, before, found);
    return List.copyOf(found);
  }

  private static void counters(TariffContent content, List<Finding> found) {
    Set<String> zones = content.zones().stream().map(Zone::code).collect(Collectors.toSet());
    Set<String> codes = new HashSet<>();
    for (Allowance allowance : content.allowances()) {
      if (!codes.add(allowance.code())) {
        found.add(new Finding(Problem.DUPLICATE_ALLOWANCE, allowance.code()));
      }
      unknown(allowance.zones(), zones, found);
    }
    for (Discount discount : content.discounts()) {
      clash(discount.code(), codes, found);
      unknown(discount.zones(), zones, found);
    }
    for (FairUse rule : content.fairUses()) {
      clash(rule.code(), codes, found);
      unknown(rule.zones(), zones, found);
    }
    content.rates().stream()
        .filter(rate -> rate.tiers() != null)
        .collect(Collectors.groupingBy(Rate::code, TreeMap::new, Collectors.toList()))
        .forEach(
            (code, rates) -> {
              boolean alike = rates.stream().map(Rate::tiers).distinct().count() == 1;
              if (!alike || !codes.add(code)) {
                found.add(new Finding(Problem.COUNTER_CLASH, code));
              }
            });
  }

  private static void clash(String code, Set<String> codes, List<Finding> found) {
    if (!codes.add(code)) {
      found.add(new Finding(Problem.COUNTER_CLASH, code));
    }
  }

  private static void unknown(Set<String> used, Set<String> known, List<Finding> found) {
    used.stream()
        .filter(zone -> !known.contains(zone))
        .sorted()
        .forEach(zone -> found.add(new Finding(Problem.UNKNOWN_ZONE, zone)));
  }

  private static void zones(TariffContent content, List<Finding> found) {
    Set<String> codes = new HashSet<>();
    Set<String> prefixes = new HashSet<>();
    Set<String> rated =
        content.rates().stream().map(Rate::zone).filter(z -> z != null).collect(Collectors.toSet());
    for (Zone zone : content.zones()) {
      if (!codes.add(zone.code())) {
        found.add(new Finding(Problem.DUPLICATE_ZONE, zone.code()));
      }
      if (!rated.contains(zone.code())) {
        found.add(new Finding(Problem.UNRATED_ZONE, zone.code()));
      }
      for (String prefix : zone.prefixes()) {
        if (!prefixes.add(prefix)) {
          found.add(new Finding(Problem.DUPLICATE_PREFIX, prefix));
        }
      }
    }
  }

  private static void bands(TariffContent content, List<Finding> found) {
    List<TimeBand> bands = content.bands();
    for (int i = 0; i < bands.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean same = bands.get(i).code().equals(bands.get(j).code());
        if (!same && bands.get(i).overlaps(bands.get(j))) {
          found.add(new Finding(Problem.OVERLAPPING_BANDS, bands.get(i).code()));
        }
      }
    }
  }

  private static void rates(TariffContent content, List<Finding> found) {
    if (content.rates().isEmpty()) {
      found.add(new Finding(Problem.NO_RATES, ""));
    }
    Set<String> zones = content.zones().stream().map(Zone::code).collect(Collectors.toSet());
    Set<String> bands = content.bands().stream().map(TimeBand::code).collect(Collectors.toSet());
    Map<List<Object>, List<Rate>> byZone = new LinkedHashMap<>();
    Set<List<Object>> seen = new HashSet<>();
    for (Rate rate : content.rates()) {
      if (rate.zone() != null && !zones.contains(rate.zone())) {
        found.add(new Finding(Problem.UNKNOWN_ZONE, rate.zone()));
      }
      if (rate.band() != null && !bands.contains(rate.band())) {
        found.add(new Finding(Problem.UNKNOWN_BAND, rate.band()));
      }
      if (!seen.add(Arrays.asList(rate.service(), rate.zone(), rate.band()))) {
        found.add(new Finding(Problem.DUPLICATE_RATE, rate.code()));
      }
      if (rate.minimum() != null
          && rate.maximum() != null
          && rate.minimum().compareTo(rate.maximum()) > 0) {
        found.add(new Finding(Problem.MINIMUM_ABOVE_MAXIMUM, rate.code()));
      }
      byZone
          .computeIfAbsent(Arrays.asList(rate.service(), rate.zone()), zone -> new ArrayList<>())
          .add(rate);
    }
    byZone.forEach(
        (key, some) -> {
          if (hasGaps(content, some)) {
            found.add(new Finding(Problem.NO_RATE_OUTSIDE_BANDS, String.valueOf(key.get(1))));
          }
        });
  }

  /** Whether some hours of the week or of holidays have no rate. */
  private static boolean hasGaps(TariffContent content, List<Rate> rates) {
    List<PricedRate> priced =
        rates.stream().map(rate -> new PricedRate(rate, content.rounding())).toList();
    LocalClock anywhere = LocalClock.of(ZoneOffset.UTC);
    return new RateSchedule(anywhere, new BitSet(), content.bands(), priced).hasGaps();
  }
}
