package com.asta.charging.service;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Rated usage of one subscription on one day under one charge code and tariff version.
 *
 * @param day business day of the events
 * @param unit {@code s}, {@code msg} or {@code octet}
 * @param quantity units used, also those that an allowance covered
 * @param events number of events
 * @param rated net, at most 12 decimals, not yet rounded for a bill
 */
public record UsageTotal(
    long accountId,
    long subscriptionId,
    LocalDate day,
    String chargeCode,
    String nameEn,
    String namePl,
    String unit,
    BigDecimal quantity,
    long events,
    Money rated,
    String vatCategory,
    long tariffVersionId) {}
