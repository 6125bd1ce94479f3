package com.asta.payments.rules;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules of mandates that need no mandate [EPC016, EPC222]. */
public final class Mandates {
  private static final int MONTHS_UNUSED = 36;
  private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9+?/:().,'-]{1,35}");

  private Mandates() {}

  /** The first day on which a mandate is not valid any more if it is not used before. */
  public static LocalDate expiresOn(LocalDate signedOn, LocalDate usedOn) {
    return (usedOn == null ? signedOn : usedOn).plusMonths(MONTHS_UNUSED);
  }

  /** A unique mandate reference in its comparable form; empty if banks would not take it. */
  public static Optional<String> reference(String typed) {
    String plain = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    boolean slashes = plain.startsWith("/") || plain.endsWith("/") || plain.contains("//");
    return REFERENCE.matcher(plain).matches() && !slashes ? Optional.of(plain) : Optional.empty();
  }
}
