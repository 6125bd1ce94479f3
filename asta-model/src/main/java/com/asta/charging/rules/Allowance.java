package com.asta.charging.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Units included in the subscription each period; they are used up before anything costs.
 *
 * <p>Each period gives a grant. What is left of it rolls over into later periods; the oldest grant
 * is drawn first.
 *
 * @param zones codes of the zones that it covers; empty for every zone of the service
 * @param units included in a period
 * @param increment units taken together; a started increment counts whole
 * @param period how often it is given; by default each month
 * @param rollOver later periods in which the rest of a grant can still be used; by default none
 * @param validDays days from its period's first on which a grant can be used; null for all days of
 *     its period and of those it rolls over to
 * @param validFrom first day that is granted for; null for ever since the subscription
 */
public record Allowance(
    String code,
    String nameEn,
    String namePl,
    ServiceKind service,
    Set<String> zones,
    long units,
    long increment,
    CounterPeriod period,
    Integer rollOver,
    Integer validDays,
    LocalDate validFrom) {
  private static final int MOST_ROLL_OVER = 60;

  public Allowance {
    Codes.code("Allowance", code);
    if (service == null) {
      throw new IllegalArgumentException("Allowance " + code + " needs a service, was: null");
    }
    Codes.positive("Units of allowance " + code, units);
    Codes.positive("Increment of allowance " + code, increment);
    nameEn = nameEn == null ? code : nameEn;
    namePl = namePl == null ? nameEn : namePl;
    zones = zones == null ? Set.of() : Set.copyOf(zones);
    period = period == null ? CounterPeriod.MONTH : period;
    rollOver = rollOver == null ? 0 : rollOver;
    if (rollOver < 0 || rollOver > MOST_ROLL_OVER) {
      throw new IllegalArgumentException(
          "Allowance " + code + " rolls over 0 to " + MOST_ROLL_OVER + " periods, was " + rollOver);
    }
    if (validDays != null) {
      Codes.positive("Days of allowance " + code, validDays);
    }
  }

  /** An allowance of each month without roll-over. */
  public Allowance(
      String code,
      String nameEn,
      String namePl,
      ServiceKind service,
      Set<String> zones,
      long units,
      long increment) {
    this(code, nameEn, namePl, service, zones, units, increment, null, null, null, null);
  }

  /**
   * The counters of the grants that can be drawn on a day, the oldest first.
   *
   * @param subscribedOn first day of the subscription; null means that nothing rolled over
   */
  public List<CounterId> grants(LocalDate day, LocalDate subscribedOn) {
    LocalDate current = period.startOf(day);
    LocalDate first = subscribedOn == null ? current : period.startOf(subscribedOn);
    if (validFrom != null && period.startOf(validFrom).isAfter(first)) {
      first = period.startOf(validFrom);
    }
    List<CounterId> grants = new ArrayList<>(1 + rollOver);
    for (int back = rollOver; back >= 0; back--) {
      LocalDate start = period.plus(current, -back);
      boolean given =
          back == 0 ? validFrom == null || !start.isBefore(first) : !start.isBefore(first);
      if (given && (validDays == null || day.isBefore(start.plusDays(validDays)))) {
        grants.add(new CounterId(code, start));
      }
    }
    return grants;
  }

  boolean covers(ServiceKind kind, String zone) {
    return service == kind && (zones.isEmpty() || zone != null && zones.contains(zone));
  }

  /** Units of the event that {@code left} units pay for. */
  long covered(long wanted, long left) {
    if (left <= 0) {
      return 0;
    }
    return Math.min(wanted, left);
  }

  /** Units taken from the allowance for {@code covered} units of an event. */
  long taken(long covered, long left) {
    long whole = (covered + increment - 1) / increment * increment;
    return Math.min(whole, left);
  }
}
