package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * The price of one service to one zone, possibly in one band of hours only.
 *
 * @param code charge code under which usage is totalled and billed
 * @param zone code of the zone; null for services without a destination, such as data
 * @param band code of the band; null outside all bands that have a rate of their own
 * @param connectFee charged once, unless an allowance covers the start of the event
 * @param steps by position within the event; empty when {@code tiers} price it
 * @param tiers by quantity of a period; null when {@code steps} price it
 * @param minimum least price of a charged event, or null
 * @param maximum greatest price of an event, or null
 */
public record Rate(
    String code,
    ServiceKind service,
    String zone,
    String band,
    String nameEn,
    String namePl,
    BigDecimal connectFee,
    List<Step> steps,
    Tiers tiers,
    BigDecimal minimum,
    BigDecimal maximum,
    String vatCategory) {
  public Rate {
    Codes.code("Charge", code);
    if (service == null) {
      throw new IllegalArgumentException("Rate " + code + " needs a service, was: null");
    }
    if (zone != null) {
      Codes.code("Zone", zone);
    }
    if (band != null) {
      Codes.code("Band", band);
    }
    nameEn = nameEn == null ? code : nameEn;
    namePl = namePl == null ? nameEn : namePl;
    connectFee = connectFee == null ? BigDecimal.ZERO : Codes.price("Connect fee", connectFee);
    steps = steps == null ? List.of() : List.copyOf(steps);
    if (steps.isEmpty() == (tiers == null)) {
      throw new IllegalArgumentException(
          "Rate " + code + " needs steps or tiers, not both: " + steps);
    }
    checkOrder(code, steps);
    vatCategory = vatCategory == null ? "STANDARD" : vatCategory;
  }

  /** A rate of one step without bands, the commonest kind. */
  public static Rate simple(
      String code,
      ServiceKind service,
      String zone,
      String nameEn,
      String namePl,
      BigDecimal connectFee,
      Step step) {
    return new Rate(
        code,
        service,
        zone,
        null,
        nameEn,
        namePl,
        connectFee,
        List.of(step),
        null,
        null,
        null,
        null);
  }

  private static void checkOrder(String code, List<Step> steps) {
    long before = -1;
    for (Step step : steps) {
      if (before < 0 ? step.start() != 0 : step.start() <= before) {
        throw new IllegalArgumentException(
            "Steps of " + code + " must start at 0 and rise, was: " + step.start());
      }
      before = step.start();
    }
  }
}
