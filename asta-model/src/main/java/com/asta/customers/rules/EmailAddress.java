package com.asta.customers.rules;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can be sent to: the dot-atom form of RFC 5322 with a domain of at
 * least two labels, at most 254 characters (RFC 5321), the domain in lower case and ASCII.
 *
 * @param value such as {@code anna.nowak@example.com}
 */
public record EmailAddress(String value) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+[A-Za-z][A-Za-z0-9-]+");

  public EmailAddress {
    if (!valid(value)) {
      throw new IllegalArgumentException("Not an e-mail address: " + value);
    }
  }

  /** Reads an address as people write it; empty if mail cannot be sent to it. */
  public static Optional<EmailAddress> parse(String text) {
    String stripped = text == null ? "" : text.strip();
    int at = stripped.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    String address = stripped.substring(0, at + 1) + ascii(stripped.substring(at + 1));
    return valid(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
  }

  /** The form by which two addresses are compared: all lower case. */
  public String comparable() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean valid(String address) {
    return address != null
        && address.length() <= LONGEST
        && address.indexOf('@') <= LONGEST_LOCAL_PART
        && FORM.matcher(address).matches();
  }
}
