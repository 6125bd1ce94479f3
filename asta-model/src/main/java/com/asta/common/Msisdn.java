package com.asta.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in the international form of ITU-T E.164, such as {@code +48501234567}.
 *
 * @param value plus sign and 6 to 15 digits
 */
public record Msisdn(String value) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{5,14}");

  public Msisdn {
    if (value == null || !E164.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an E.164 number: " + value);
    }
  }

  /**
   * Reads a number as people write it; a number without a country code belongs to {@code region}
   * (ISO 3166 alpha-2). Empty if no such number can exist.
   */
  public static Optional<Msisdn> parse(String text, String region) {
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      var number = numbers.parse(text, region);
      return numbers.isValidNumber(number)
          ? Optional.of(new Msisdn(numbers.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** The number spaced for the eye: {@code +48 501 234 567}. */
  public String spaced() {
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      return numbers.format(numbers.parse(value, null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return value;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
