package com.asta.charging.rules;

import java.util.List;

/**
 * Everything that a tariff version says about prices; immutable once the version is published.
 *
 * @param currency ISO 4217 code of all prices, which are net
 */
public record TariffContent(
    String currency,
    Rounding rounding,
    List<Zone> zones,
    List<TimeBand> bands,
    List<Rate> rates,
    List<Allowance> allowances) {
  public TariffContent {
    if (currency == null || currency.length() != 3) {
      throw new IllegalArgumentException("Currency must be an ISO 4217 code, was: " + currency);
    }
    rounding = rounding == null ? Rounding.NONE : rounding;
    zones = zones == null ? List.of() : List.copyOf(zones);
    bands = bands == null ? List.of() : List.copyOf(bands);
    rates = rates == null ? List.of() : List.copyOf(rates);
    allowances = allowances == null ? List.of() : List.copyOf(allowances);
  }

  /** The same tariff with other rates. */
  public TariffContent withRates(List<Rate> changed) {
    return new TariffContent(currency, rounding, zones, bands, changed, allowances);
  }

  /** The same tariff with other allowances. */
  public TariffContent withAllowances(List<Allowance> changed) {
    return new TariffContent(currency, rounding, zones, bands, rates, changed);
  }
}
