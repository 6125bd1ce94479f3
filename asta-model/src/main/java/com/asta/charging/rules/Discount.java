package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Percent off that depends on what the subscription has used in a period.
 *
 * <p>The count before an event decides on the whole event.
 *
 * @param service what it counts and discounts; null for every service, then events are counted
 * @param zones codes of the zones; empty for every zone of the service
 * @param period how long it counts; by default a month
 * @param counted units or events; by default units
 * @param levels rising, the last one reached holds
 */
public record Discount(
    String code,
    String nameEn,
    String namePl,
    ServiceKind service,
    Set<String> zones,
    CounterPeriod period,
    Counted counted,
    List<Level> levels) {
  /** What is counted. */
  public enum Counted {
    UNITS,
    EVENTS
  }

  /**
   * A level of the discount.
   *
   * @param from count from which it holds; 0 for at once
   * @param percent off, 0 to 100
   */
  public record Level(long from, BigDecimal percent) {
    public Level {
      if (from < 0) {
        throw new IllegalArgumentException("A discount must not start below 0, was: " + from);
      }
      if (percent == null || percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
        throw new IllegalArgumentException("A discount is 0 to 100 percent, was: " + percent);
      }
    }
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Discount {
    Codes.code("Discount", code);
    nameEn = nameEn == null ? code : nameEn;
    namePl = namePl == null ? nameEn : namePl;
    zones = zones == null ? Set.of() : Set.copyOf(zones);
    period = period == null ? CounterPeriod.MONTH : period;
    counted = counted == null ? Counted.UNITS : counted;
    levels = levels == null ? List.of() : List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("Discount " + code + " needs a level, was: " + levels);
    }
    if (service == null && counted == Counted.UNITS) {
      throw new IllegalArgumentException(
          "Discount " + code + " of all services counts events, was: " + counted);
    }
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i).from() <= levels.get(i - 1).from()) {
        throw new IllegalArgumentException(
            "Levels of discount " + code + " must rise, was: " + levels.get(i).from());
      }
    }
  }

  boolean covers(ServiceKind kind, String zone) {
    return (service == null || service == kind)
        && (zones.isEmpty() || zone != null && zones.contains(zone));
  }

  /** What an event adds to the counter. */
  long count(long units) {
    return counted == Counted.EVENTS ? 1 : units;
  }

  /** Percent off after {@code used}; zero below the first level. */
  BigDecimal percent(long used) {
    BigDecimal percent = BigDecimal.ZERO;
    for (Level level : levels) {
      if (used >= level.from()) {
        percent = level.percent();
      }
    }
    return percent;
  }
}
