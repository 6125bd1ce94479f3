package com.asta.common;

import java.util.Optional;
import org.iban4j.IbanFormat;
import org.iban4j.IbanUtil;

/**
 * An international bank account number of ISO 13616, without spaces.
 *
 * @param value country code, check digits and account, in capitals
 */
public record Iban(String value) {
  private static final int POLISH = 26;
  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;

  public Iban {
    if (value == null || !IbanUtil.isValid(value)) {
      throw new IllegalArgumentException("Not an IBAN: " + value);
    }
  }

  /** Reads an IBAN with or without spaces; 26 digits alone are taken as a Polish account. */
  public static Optional<Iban> parse(String text) {
    String compact = compact(text);
    String candidate = compact.length() == POLISH && isDigits(compact) ? "PL" + compact : compact;
    if (!checks(candidate)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Iban(candidate));
    } catch (IllegalArgumentException notAnIban) {
      return Optional.empty();
    }
  }

  private static String compact(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder compact = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '-' && !Character.isWhitespace(c)) {
        compact.append(Character.toUpperCase(c));
      }
    }
    return compact.toString();
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether the check digits are right; much cheaper than the whole proof, and mostly enough. */
  private static boolean checks(String candidate) {
    int length = candidate.length();
    if (length < SHORTEST || length > LONGEST) {
      return false;
    }
    int rest = 0;
    for (int i = 0; i < length; i++) {
      char c = candidate.charAt((i + 4) % length);
      if (c >= '0' && c <= '9') {
        rest = (rest * 10 + c - '0') % 97;
      } else if (c >= 'A' && c <= 'Z') {
        rest = (rest * 100 + c - 'A' + 10) % 97;
      } else {
        return false;
      }
    }
    return rest == 1;
  }

  /** The number in groups of four, as banks print it. */
  public String spaced() {
    return org.iban4j.Iban.valueOf(value, IbanFormat.None).toFormattedString();
  }

  /** For lists and logs: country, check digits and the last four, the rest hidden. */
  public String masked() {
    return value.substring(0, 4) + " •••• " + value.substring(value.length() - 4);
  }

  @Override
  public String toString() {
    return value;
  }
}
