package com.asta.charging.rules;

import java.util.random.RandomGenerator;

/** A 16-digit voucher PIN whose last digit is a Luhn check digit. */
public final class VoucherPin {
  private static final int LENGTH = 16;

  private VoucherPin() {}

  /** A new PIN; give a cryptographically strong generator. */
  public static String generate(RandomGenerator random) {
    StringBuilder digits = new StringBuilder(LENGTH);
    for (int i = 1; i < LENGTH; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.append(checkDigit(digits)).toString();
  }

  /** The digits of a typed PIN without spaces and dashes, or null when it cannot be one. */
  public static String normalised(String typed) {
    String digits = typed == null ? "" : typed.replaceAll("[\\s-]", "");
    boolean plausible =
        digits.matches("[0-9]{16}")
            && checkDigit(digits.substring(0, LENGTH - 1)) == digits.charAt(LENGTH - 1);
    return plausible ? digits : null;
  }

  private static char checkDigit(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
