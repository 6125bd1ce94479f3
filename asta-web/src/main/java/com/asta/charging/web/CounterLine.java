package com.asta.charging.web;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.UnitText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was used before of a counter, as it was typed.
 *
 * @param service in whose unit it counts
 */
public record CounterLine(
    String code, String nameEn, String namePl, ServiceKind service, String used) {
  OptionalLong units() {
    return used.isEmpty() ? OptionalLong.of(0) : UnitText.read(service, used);
  }

  /** Everything that a tariff counts, by code: allowances, tiered rates, discounts, fair use. */
  static Map<String, CounterLine> of(TariffContent content, Map<String, String> typed) {
    Map<String, CounterLine> lines = new LinkedHashMap<>();
    content
        .allowances()
        .forEach(
            each -> put(lines, typed, each.code(), each.nameEn(), each.namePl(), each.service()));
    content.rates().stream()
        .filter(rate -> rate.tiers() != null)
        .forEach(
            each -> put(lines, typed, each.code(), each.nameEn(), each.namePl(), each.service()));
    content
        .discounts()
        .forEach(
            each ->
                put(
                    lines,
                    typed,
                    each.code(),
                    each.nameEn(),
                    each.namePl(),
                    each.counted().name().equals("EVENTS") ? ServiceKind.UNIT : each.service()));
    content
        .fairUses()
        .forEach(
            each -> put(lines, typed, each.code(), each.nameEn(), each.namePl(), each.service()));
    return lines;
  }

  private static void put(
      Map<String, CounterLine> lines,
      Map<String, String> typed,
      String code,
      String nameEn,
      String namePl,
      ServiceKind service) {
    String used = typed.getOrDefault("used." + code, "").strip();
    lines.putIfAbsent(code, new CounterLine(code, nameEn, namePl, service, used));
  }
}
