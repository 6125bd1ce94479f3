package com.asta.products.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An offer version as plain values, for checking and comparing.
 *
 * @param validTo the first day it is no longer sold, or null when open
 */
public record OfferDesign(
    String nameEn,
    String namePl,
    String descriptionEn,
    String descriptionPl,
    boolean prepaid,
    LocalDate validFrom,
    LocalDate validTo,
    List<DesignedPrice> prices,
    List<BundleMember> members) {

  public OfferDesign {
    prices = List.copyOf(prices);
    members = List.copyOf(members);
  }

  /**
   * A price of the version.
   *
   * @param code the charge code, unique in the version
   * @param amount net amount, null for usage
   * @param inAdvance whether a recurring price is billed before the month it pays for
   * @param tariffCode the tariff of a usage price, otherwise null
   */
  public record DesignedPrice(
      PriceKind kind,
      String code,
      String nameEn,
      String namePl,
      BigDecimal amount,
      String currency,
      boolean inAdvance,
      String tariffCode,
      String vatCategory) {}
}
