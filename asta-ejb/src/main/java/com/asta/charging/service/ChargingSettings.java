package com.asta.charging.service;

import java.util.Locale;

/**
 * Settings of online charging: the environment variable {@code ASTA_CHARGING_QUOTA_OCTETS} or the
 * system property {@code asta.charging.quota.octets}, which wins.
 */
final class ChargingSettings {
  private static final String PREFIX = "asta.charging.";

  private ChargingSettings() {}

  static int count(String name, int standard) {
    return Math.toIntExact(number(name, standard));
  }

  static long number(String name, long standard) {
    String set = text(name, "");
    try {
      return set.isEmpty() ? standard : Long.parseLong(set);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PREFIX + name + " must be a whole number, was: " + set, e);
    }
  }

  static String text(String name, String standard) {
    String property = PREFIX + name;
    String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
    String set = System.getProperty(property, System.getenv(variable));
    return set == null || set.isBlank() ? standard : set.strip();
  }
}
