package com.asta.charging.rules;

import java.util.List;

/**
 * Everything that a tariff version says about prices; immutable once the version is published.
 *
 * @param currency ISO 4217 code of all prices, which are net
 * @param holidays the days that bands of hours take as holidays
 * @param discounts taken in this order, each from what the one before left
 * @param fairUses the first that covers an event and has a price beyond decides on it
 */
public record TariffContent(
    String currency,
    Rounding rounding,
    List<Zone> zones,
    List<TimeBand> bands,
    List<Rate> rates,
    List<Allowance> allowances,
    Holidays holidays,
    List<Discount> discounts,
    List<FairUse> fairUses) {
  public TariffContent {
    if (currency == null || currency.length() != 3) {
      throw new IllegalArgumentException("Currency must be an ISO 4217 code, was: " + currency);
    }
    rounding = rounding == null ? Rounding.NONE : rounding;
    zones = zones == null ? List.of() : List.copyOf(zones);
    bands = bands == null ? List.of() : List.copyOf(bands);
    rates = rates == null ? List.of() : List.copyOf(rates);
    allowances = allowances == null ? List.of() : List.copyOf(allowances);
    holidays = holidays == null ? Holidays.NONE : holidays;
    discounts = discounts == null ? List.of() : List.copyOf(discounts);
    fairUses = fairUses == null ? List.of() : List.copyOf(fairUses);
  }

  /** A tariff without holidays, discounts and fair use. */
  public TariffContent(
      String currency,
      Rounding rounding,
      List<Zone> zones,
      List<TimeBand> bands,
      List<Rate> rates,
      List<Allowance> allowances) {
    this(currency, rounding, zones, bands, rates, allowances, null, null, null);
  }

  /** A tariff that says nothing yet. */
  public static TariffContent empty(String currency) {
    return new TariffContent(currency, null, null, null, null, null);
  }

  /** The same tariff in another currency. */
  public TariffContent withCurrency(String changed) {
    return new TariffContent(
        changed, rounding, zones, bands, rates, allowances, holidays, discounts, fairUses);
  }

  /** The same tariff, rounded otherwise. */
  public TariffContent withRounding(Rounding changed) {
    return new TariffContent(
        currency, changed, zones, bands, rates, allowances, holidays, discounts, fairUses);
  }

  /** The same tariff with other zones. */
  public TariffContent withZones(List<Zone> changed) {
    return new TariffContent(
        currency, rounding, changed, bands, rates, allowances, holidays, discounts, fairUses);
  }

  /** The same tariff with other bands of hours. */
  public TariffContent withBands(List<TimeBand> changed) {
    return new TariffContent(
        currency, rounding, zones, changed, rates, allowances, holidays, discounts, fairUses);
  }

  /** The same tariff with other rates. */
  public TariffContent withRates(List<Rate> changed) {
    return new TariffContent(
        currency, rounding, zones, bands, changed, allowances, holidays, discounts, fairUses);
  }

  /** The same tariff with other allowances. */
  public TariffContent withAllowances(List<Allowance> changed) {
    return new TariffContent(
        currency, rounding, zones, bands, rates, changed, holidays, discounts, fairUses);
  }

  /** The same tariff with other holidays. */
  public TariffContent withHolidays(Holidays changed) {
    return new TariffContent(
        currency, rounding, zones, bands, rates, allowances, changed, discounts, fairUses);
  }

  /** The same tariff with other discounts. */
  public TariffContent withDiscounts(List<Discount> changed) {
    return new TariffContent(
        currency, rounding, zones, bands, rates, allowances, holidays, changed, fairUses);
  }

  /** The same tariff with other rules of fair use. */
  public TariffContent withFairUses(List<FairUse> changed) {
    return new TariffContent(
        currency, rounding, zones, bands, rates, allowances, holidays, discounts, changed);
  }
}
