package com.asta.charging.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what would make a tariff wrong or ambiguous; publication refuses any finding. */
public final class TariffCheck {
  /** What is wrong; also the message key. */
  public enum Problem {
    NO_RATES,
    DUPLICATE_ZONE,
    DUPLICATE_PREFIX,
    UNKNOWN_ZONE,
    UNKNOWN_BAND,
    OVERLAPPING_BANDS,
    DUPLICATE_RATE,
    NO_RATE_OUTSIDE_BANDS,
    UNRATED_ZONE,
    DUPLICATE_ALLOWANCE,
    MINIMUM_ABOVE_MAXIMUM
  }

  /** A problem and the code it is about. */
  public record Finding(Problem problem, String subject) {}

  private TariffCheck() {}

  /** All findings, in the order of the tariff; empty when it may be published. */
  public static List<Finding> findings(TariffContent content) {
    List<Finding> found = new ArrayList<>();
    zones(content, found);
    bands(content, found);
    rates(content, found);
    Set<String> codes = new HashSet<>();
    Set<String> zones = content.zones().stream().map(Zone::code).collect(Collectors.toSet());
    for (Allowance allowance : content.allowances()) {
      if (!codes.add(allowance.code())) {
        found.add(new Finding(Problem.DUPLICATE_ALLOWANCE, allowance.code()));
      }
      allowance.zones().stream()
          .filter(zone -> !zones.contains(zone))
          .sorted()
          .forEach(zone -> found.add(new Finding(Problem.UNKNOWN_ZONE, zone)));
    }
    return List.copyOf(found);
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
    Map<List<Object>, Boolean> hasPlain = new HashMap<>();
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
      hasPlain.merge(
          Arrays.asList(rate.service(), rate.zone()), rate.band() == null, Boolean::logicalOr);
    }
    hasPlain.forEach(
        (key, plain) -> {
          if (!plain) {
            found.add(new Finding(Problem.NO_RATE_OUTSIDE_BANDS, String.valueOf(key.get(1))));
          }
        });
  }
}
