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
    List<BundleMember> members,
    List<Discount> discounts) {

  public OfferDesign {
    prices = List.copyOf(prices);
    members = List.copyOf(members);
    discounts = List.copyOf(discounts);
  }

  /** An offer without discounts. */
  public OfferDesign(
      String nameEn,
      String namePl,
      String descriptionEn,
      String descriptionPl,
      boolean prepaid,
      LocalDate validFrom,
      LocalDate validTo,
      List<DesignedPrice> prices,
      List<BundleMember> members) {
    this(
        nameEn,
        namePl,
        descriptionEn,
        descriptionPl,
        prepaid,
        validFrom,
        validTo,
        prices,
        members,
        List.of());
  }

  /** The same with other discounts. */
  public OfferDesign with(List<Discount> others) {
    return new OfferDesign(
        nameEn,
        namePl,
        descriptionEn,
        descriptionPl,
        prepaid,
        validFrom,
        validTo,
        prices,
        members,
        others);
  }

  /**
   * A price of the version.
   *
   * @param code the charge code, unique in the version
   * @param amount net amount; null for usage, and for a penalty of the term's monthly prices
   * @param inAdvance whether a recurring price is billed before the period it pays for
   * @param tariffCode the tariff of a usage price, otherwise null
   * @param recurrence how often a recurring price or a minimum is due
   * @param proration what a part of its period costs
   * @param termMonths the term a penalty protects, otherwise null
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
      String vatCategory,
      Recurrence recurrence,
      Proration proration,
      Integer termMonths) {

    /** A monthly price, or one that does not recur; prorated by days. */
    public DesignedPrice(
        PriceKind kind,
        String code,
        String nameEn,
        String namePl,
        BigDecimal amount,
        String currency,
        boolean inAdvance,
        String tariffCode,
        String vatCategory) {
      this(
          kind,
          code,
          nameEn,
          namePl,
          amount,
          currency,
          inAdvance,
          tariffCode,
          vatCategory,
          Recurrence.MONTHLY,
          Proration.DAILY,
          null);
    }
  }
}
