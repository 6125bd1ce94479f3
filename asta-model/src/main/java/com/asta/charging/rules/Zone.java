package com.asta.charging.rules;

import java.util.List;

/**
 * A group of destinations with one price, found by the longest matching prefix.
 *
 * @param prefixes digits of E.164 numbers without the plus sign, country code first
 */
public record Zone(String code, String nameEn, String namePl, List<String> prefixes) {
  public Zone {
    Codes.code("Zone", code);
    nameEn = nameEn == null ? code : nameEn;
    namePl = namePl == null ? nameEn : namePl;
    prefixes = prefixes == null ? List.of() : List.copyOf(prefixes);
    for (String prefix : prefixes) {
      Codes.prefix(code, prefix);
    }
  }
}
