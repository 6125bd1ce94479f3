package com.asta.billing.rules;

import com.asta.common.Nip;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A VAT identification number of a member state, as VIES writes it: the form is checked for every
 * state, the check digits where the state publishes how they are made.
 *
 * @param country ISO 3166 code, GR for Greece although its numbers begin with EL
 * @param text prefix and number without separators: {@code DE136695976}
 */
public record VatId(String country, String text) {
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("AT", "U\\d{8}"),
          Map.entry("BE", "[01]\\d{9}"),
          Map.entry("BG", "\\d{9,10}"),
          Map.entry("CY", "\\d{8}[A-Z]"),
          Map.entry("CZ", "\\d{8,10}"),
          Map.entry("DE", "[1-9]\\d{8}"),
          Map.entry("DK", "[1-9]\\d{7}"),
          Map.entry("EE", "\\d{9}"),
          Map.entry("EL", "\\d{9}"),
          Map.entry("ES", "[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]"),
          Map.entry("FI", "\\d{8}"),
          Map.entry("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
          Map.entry("HR", "\\d{11}"),
          Map.entry("HU", "\\d{8}"),
          Map.entry("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
          Map.entry("IT", "\\d{11}"),
          Map.entry("LT", "\\d{9}|\\d{12}"),
          Map.entry("LU", "\\d{8}"),
          Map.entry("LV", "\\d{11}"),
          Map.entry("MT", "\\d{8}"),
          Map.entry("NL", "\\d{9}B\\d{2}"),
          Map.entry("PL", "\\d{10}"),
          Map.entry("PT", "\\d{9}"),
          Map.entry("RO", "\\d{2,10}"),
          Map.entry("SE", "\\d{10}01"),
          Map.entry("SI", "[1-9]\\d{7}"),
          Map.entry("SK", "\\d{10}"));
  private static final Map<String, Predicate<String>> CHECKS =
      Map.ofEntries(
          Map.entry("AT", n -> CheckDigits.austrian(n.substring(1))),
          Map.entry("BE", n -> CheckDigits.complementOf97(n)),
          Map.entry("DE", CheckDigits::mod11And10),
          Map.entry("DK", n -> CheckDigits.weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
          Map.entry("EL", CheckDigits::greek),
          Map.entry("FI", n -> CheckDigits.weighted(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
          Map.entry("FR", CheckDigits::french),
          Map.entry("HR", CheckDigits::mod11And10),
          Map.entry("HU", n -> CheckDigits.weighted(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
          Map.entry("IT", CheckDigits::luhn),
          Map.entry("LU", n -> CheckDigits.remainderOf89(n)),
          Map.entry("PL", n -> Nip.parse(n).isPresent()),
          Map.entry("PT", CheckDigits::portuguese),
          Map.entry("SE", n -> CheckDigits.luhn(n.substring(0, 10))),
          Map.entry("SK", n -> Long.parseLong(n) % 11 == 0));

  /** True for the member states of the European Union. */
  public static boolean isMember(String country) {
    return members().contains(prefix(country));
  }

  /** Reads a number with its prefix, with or without separators; empty if it cannot be valid. */
  public static Optional<VatId> parse(String typed) {
    String text = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-/]", "");
    if (text.length() < 4) {
      return Optional.empty();
    }
    String prefix = text.substring(0, 2);
    String number = text.substring(2);
    boolean valid =
        number.matches(FORMS.getOrDefault(prefix, "(?!)"))
            && CHECKS.getOrDefault(prefix, any -> true).test(number);
    return valid
        ? Optional.of(new VatId(prefix.equals("EL") ? "GR" : prefix, text))
        : Optional.empty();
  }

  private static String prefix(String country) {
    return "GR".equals(country) ? "EL" : country;
  }

  private static Set<String> members() {
    return FORMS.keySet();
  }
}
