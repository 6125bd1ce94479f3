package com.asta.payments.rules;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who collects, as banks know it [EPC AT-02]: country, two check digits by ISO 7064 MOD 97-10, a
 * business code of the creditor's own that the check leaves out, and a national identifier.
 *
 * @param value in capitals, without spaces
 */
public record CreditorIdentifier(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  public CreditorIdentifier {
    if (value == null || !FORM.matcher(value).matches() || !checks(value)) {
      throw new IllegalArgumentException("Not a creditor identifier: " + value);
    }
  }

  /** Reads one with or without spaces; empty if its form or its check digits are wrong. */
  public static Optional<CreditorIdentifier> parse(String text) {
    String compact = text == null ? "" : text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(compact).matches() && checks(compact)
        ? Optional.of(new CreditorIdentifier(compact))
        : Optional.empty();
  }

  private static boolean checks(String value) {
    StringBuilder digits = new StringBuilder();
    String turned = value.substring(7) + value.substring(0, 4);
    turned.chars().forEach(each -> digits.append(Character.digit(each, 36)));
    return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1;
  }

  @Override
  public String toString() {
    return value;
  }
}
