package com.asta.marketing.rules;

import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.CustomerKind;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Which customers a target means. A null part narrows nothing; all given parts must hold.
 *
 * @param city compared without regard to letter case and outer blanks
 * @param language {@code pl} or {@code en}
 * @param offerCode of an offer the customer holds today
 * @param registeredFrom first day, in the operator's zone
 * @param registeredTo the day after the last
 */
public record Criteria(
    CustomerKind kind,
    String city,
    String language,
    String offerCode,
    LocalDate registeredFrom,
    LocalDate registeredTo,
    ConsentPurpose consent) {

  /** Why criteria mean nobody. */
  public enum Problem {
    PERIOD_EMPTY,
    LANGUAGE_UNKNOWN
  }

  /** A customer as criteria see it. */
  public record Profile(
      CustomerKind kind,
      String city,
      String language,
      LocalDate registeredOn,
      java.util.Set<String> offerCodes,
      java.util.Set<ConsentPurpose> consents) {}

  public Criteria {
    city = blankToNull(city);
    language = blankToNull(language);
    offerCode = blankToNull(offerCode);
  }

  /** Everybody. */
  public static Criteria everybody() {
    return new Criteria(null, null, null, null, null, null, null);
  }

  /** What makes these criteria impossible; empty if nothing does. */
  public Optional<Problem> problem() {
    if (registeredFrom != null && registeredTo != null && !registeredFrom.isBefore(registeredTo)) {
      return Optional.of(Problem.PERIOD_EMPTY);
    }
    if (language != null && !language.equals("pl") && !language.equals("en")) {
      return Optional.of(Problem.LANGUAGE_UNKNOWN);
    }
    return Optional.empty();
  }

  /** True if the customer is meant. */
  public boolean match(Profile customer) {
    return (kind == null || kind == customer.kind())
        && (city == null || folded(city).equals(folded(customer.city())))
        && (language == null || language.equals(customer.language()))
        && (offerCode == null || customer.offerCodes().contains(offerCode))
        && (registeredFrom == null || !customer.registeredOn().isBefore(registeredFrom))
        && (registeredTo == null || customer.registeredOn().isBefore(registeredTo))
        && (consent == null || customer.consents().contains(consent));
  }

  /** The same criteria, narrowed to customers who gave a consent. */
  public Criteria consenting(ConsentPurpose purpose) {
    return new Criteria(kind, city, language, offerCode, registeredFrom, registeredTo, purpose);
  }

  private static String folded(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
