package com.asta.charging.service;

import com.asta.charging.rules.Rounding;

/**
 * A tariff to begin.
 *
 * @param originVersionId version whose zones, rates and allowances it starts with; null to start
 *     from nothing
 * @param currency ISO 4217 code
 */
public record NewTariff(
    String code,
    String nameEn,
    String namePl,
    String currency,
    Rounding rounding,
    Long originVersionId) {}
