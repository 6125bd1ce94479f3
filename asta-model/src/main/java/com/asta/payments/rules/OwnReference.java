package com.asta.payments.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference that this house gave and banks repeat: letters for what it names, twelve digits and a
 * check digit by Luhn, so that nothing else looks like one.
 *
 * @param id of what it names, above zero
 */
public record OwnReference(Kind kind, long id) {
  private static final int DIGITS = 12;
  private static final Pattern FORM =
      Pattern.compile("(?<![A-Z0-9])(DD[MBC]|RF[MC])(\\d{13})(?!\\d)");

  /** What is named. */
  public enum Kind {
    /** A message of collections, pain.008. */
    DDM,
    /** A group of collections, its payment information. */
    DDB,
    /** One collection, its end-to-end identification. */
    DDC,
    /** A message of refunds, pain.001, and its payment information. */
    RFM,
    /** One refund. */
    RFC
  }

  public OwnReference {
    if (id < 1 || id >= 1_000_000_000_000L) {
      throw new IllegalArgumentException("No reference for " + kind + " " + id);
    }
  }

  /** As it is written into files. */
  public String text() {
    String digits = String.format("%0" + DIGITS + "d", id);
    return kind.name() + digits + checkDigit(digits);
  }

  /** All that stand in a text, in their order. */
  public static List<OwnReference> in(String text) {
    if (text == null || !text.contains("DD") && !text.contains("RF")) {
      return List.of();
    }
    List<OwnReference> found = new ArrayList<>();
    Matcher matcher = FORM.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group(2).substring(0, DIGITS);
      boolean checks = checkDigit(digits) == matcher.group(2).charAt(DIGITS) - '0';
      if (checks && Long.parseLong(digits) > 0) {
        found.add(new OwnReference(Kind.valueOf(matcher.group(1)), Long.parseLong(digits)));
      }
    }
    return found;
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return (10 - sum % 10) % 10;
  }
}
