package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * One thing that two versions of a tariff say differently.
 *
 * @param code code of the zone, hours, charge, allowance or rule; empty for the tariff itself
 * @param rate the rate, of the newer version if it has it; null for anything else
 * @param fields what it says; of an added or removed thing everything, with nothing on the other
 *     side
 */
public record Difference(
    Section section, Kind kind, String code, Rate rate, List<FieldChange> fields) {
  /** What part of a tariff it is in. */
  public enum Section {
    SETTINGS,
    ZONES,
    HOURS,
    RATES,
    ALLOWANCES,
    DISCOUNTS,
    FAIR_USE
  }

  /** What became of it. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One attribute.
   *
   * @param before text as {@link RateText} and {@link UnitText} write it; empty for nothing
   * @param percent how much more it costs, negative for less; null where that says nothing
   */
  public record FieldChange(String field, String before, String after, BigDecimal percent) {}

  public Difference {
    fields = List.copyOf(fields);
  }
}
