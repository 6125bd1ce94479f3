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
  public Iban {
    if (value == null || !IbanUtil.isValid(value)) {
      throw new IllegalArgumentException("Not an IBAN: " + value);
    }
  }

  /** Reads an IBAN with or without spaces; 26 digits alone are taken as a Polish account. */
  public static Optional<Iban> parse(String text) {
    String compact = text == null ? "" : text.replaceAll("[\\s-]", "").toUpperCase();
    String candidate = compact.matches("[0-9]{26}") ? "PL" + compact : compact;
    return IbanUtil.isValid(candidate) ? Optional.of(new Iban(candidate)) : Optional.empty();
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
