package com.asta.charging.rules;

import java.util.Set;

/**
 * A quantity of a period up to which use is fair, allowances included.
 *
 * @param zones codes of the zones it counts; empty for every zone of the service
 * @param period how long it counts; by default a month
 * @param threshold units of the period that are fair
 * @param beyond price of the units after it, which no allowance covers; null when crossing is only
 *     reported
 */
public record FairUse(
    String code,
    String nameEn,
    String namePl,
    ServiceKind service,
    Set<String> zones,
    CounterPeriod period,
    long threshold,
    Step beyond) {
  public FairUse {
    Codes.code("Fair-use", code);
    if (service == null) {
      throw new IllegalArgumentException("Fair use " + code + " needs a service, was: null");
    }
    Codes.positive("Threshold of fair use " + code, threshold);
    nameEn = nameEn == null ? code : nameEn;
    namePl = namePl == null ? nameEn : namePl;
    zones = zones == null ? Set.of() : Set.copyOf(zones);
    period = period == null ? CounterPeriod.MONTH : period;
  }

  boolean covers(ServiceKind kind, String zone) {
    return service == kind && (zones.isEmpty() || zone != null && zones.contains(zone));
  }
}
