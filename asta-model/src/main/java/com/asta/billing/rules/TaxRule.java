package com.asta.billing.rules;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The rate of a category of supply to a class of buyers in a country, over a time.
 *
 * @param category such as {@code STANDARD}; {@value #ANY} for every category
 * @param buyers {@link BuyerClass} by name; {@value #ANY} for everybody
 * @param country ISO 3166 code; {@value #EU} for the other member states, {@value #WORLD} for the
 *     rest of the world, {@value #ANY} for everywhere
 * @param until first day it no longer holds; null while open
 */
public record TaxRule(
    String category, String buyers, String country, LocalDate from, LocalDate until, VatRate rate) {
  public static final String ANY = "*";
  public static final String EU = "EU";
  public static final String WORLD = "WORLD";

  private static final int COUNTRY_WEIGHT = 4;
  private static final int BUYERS_WEIGHT = 2;

  public TaxRule {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(buyers, "buyers");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(rate, "rate");
  }

  boolean fits(String supplied, TaxedBuyer buyer, LocalDate day) {
    return holdsOn(day)
        && (category.equals(ANY) || category.equals(supplied))
        && (buyers.equals(ANY) || buyers.equals(buyer.buyers().name()))
        && (country.equals(ANY)
            || country.equals(buyer.country())
            || country.equals(buyer.region()));
  }

  /** The more it says, the more it counts: country before class of buyers before category. */
  int weight() {
    int where = country.equals(ANY) ? 0 : country.equals(EU) || country.equals(WORLD) ? 1 : 2;
    return where * COUNTRY_WEIGHT
        + (buyers.equals(ANY) ? 0 : BUYERS_WEIGHT)
        + (category.equals(ANY) ? 0 : 1);
  }

  private boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
