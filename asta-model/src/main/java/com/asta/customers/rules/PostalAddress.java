package com.asta.customers.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a letter reaches a party.
 *
 * @param street street with house and flat number
 * @param postalCode in Poland always {@code 00-000}
 * @param country ISO 3166 alpha-2
 */
public record PostalAddress(String street, String postalCode, String city, String country) {
  private static final Pattern POLISH_CODE = Pattern.compile("[0-9]{2}-[0-9]{3}");
  private static final Pattern BARE_POLISH_CODE = Pattern.compile("[0-9]{5}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public PostalAddress {
    if (blank(street) || blank(postalCode) || blank(city) || !COUNTRIES.contains(country)) {
      throw new IllegalArgumentException(
          "Incomplete address: " + street + ", " + postalCode + " " + city + ", " + country);
    }
    if ("PL".equals(country) && !POLISH_CODE.matcher(postalCode).matches()) {
      throw new IllegalArgumentException("Not a Polish postal code: " + postalCode);
    }
  }

  /** Reads an address as people write it; empty if a part is missing or the code is impossible. */
  public static Optional<PostalAddress> parse(
      String street, String postalCode, String city, String country) {
    String place = blank(country) ? "PL" : country.strip().toUpperCase(Locale.ROOT);
    String code = blank(postalCode) ? "" : postalCode.strip();
    if ("PL".equals(place) && BARE_POLISH_CODE.matcher(code).matches()) {
      code = code.substring(0, 2) + "-" + code.substring(2);
    }
    try {
      return Optional.of(new PostalAddress(tidy(street), code, tidy(city), place));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String tidy(String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
