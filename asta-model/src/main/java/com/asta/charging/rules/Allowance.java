package com.asta.charging.rules;

import java.util.Set;

/**
 * Units included in the subscription each calendar month; they are used up before anything costs.
 *
 * @param zones codes of the zones that it covers; empty for every zone of the service
 * @param units included in a month
 * @param increment units taken together; a started increment counts whole
 */
public record Allowance(
    String code,
    String nameEn,
    String namePl,
    ServiceKind service,
    Set<String> zones,
    long units,
    long increment) {
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
