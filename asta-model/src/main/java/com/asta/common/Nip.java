package com.asta.common;

import java.util.Optional;

/**
 * A Polish tax identification number (NIP): ten digits, the last a weighted checksum modulo 11.
 *
 * @param digits the ten digits
 */
public record Nip(String digits) {
  private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

  public Nip {
    if (!valid(digits)) {
      throw new IllegalArgumentException("Not a NIP: " + digits);
    }
  }

  /** Reads a NIP with or without hyphens, spaces and the prefix PL; empty if the checksum fails. */
  public static Optional<Nip> parse(String text) {
    String digits = text == null ? "" : text.strip().replaceAll("^PL|[\\s-]", "");
    return valid(digits) ? Optional.of(new Nip(digits)) : Optional.empty();
  }

  /** The number as it is printed: {@code 526-025-02-74}. */
  public String hyphenated() {
    return String.join(
        "-",
        digits.substring(0, 3),
        digits.substring(3, 6),
        digits.substring(6, 8),
        digits.substring(8));
  }

  private static boolean valid(String digits) {
    if (digits == null || !digits.matches("[0-9]{10}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return sum % 11 == digits.charAt(9) - '0';
  }
}
