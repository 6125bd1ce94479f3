package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Checks shared by the records of a tariff; codes stay free of the signs explanations use. */
final class Codes {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,39}");

  private Codes() {}

  static boolean sound(String code) {
    return code != null && CODE.matcher(code).matches();
  }

  /** As the pattern of a prefix, without its cost: tariffs have a hundred thousand. */
  static boolean isPrefix(String prefix) {
    int length = prefix == null ? 0 : prefix.length();
    boolean sound = length > 0 && length <= 15 && prefix.charAt(0) != '0';
    for (int i = 0; sound && i < length; i++) {
      sound = prefix.charAt(i) >= '0' && prefix.charAt(i) <= '9';
    }
    return sound;
  }

  static String code(String what, String code) {
    if (!sound(code)) {
      throw new IllegalArgumentException(
          what + " code must be 1 to 40 of A-Z, 0-9, _ and -, was: " + code);
    }
    return code;
  }

  static String prefix(String zone, String prefix) {
    if (!isPrefix(prefix)) {
      throw new IllegalArgumentException(
          "A prefix of zone " + zone + " must be 1 to 15 digits, was: " + prefix);
    }
    return prefix;
  }

  static BigDecimal price(String what, BigDecimal price) {
    if (price == null || price.signum() < 0) {
      throw new IllegalArgumentException(what + " must not be negative or missing, was: " + price);
    }
    return price;
  }

  static long positive(String what, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(what + " must be positive, was: " + value);
    }
    return value;
  }
}
