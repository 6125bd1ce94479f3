package com.asta.products.service;

import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.math.BigDecimal;

/**
 * A price of a published offer version, net; amount is null and tariffCode set for usage.
 *
 * @param amount also null for a penalty that is the monthly prices of the term
 * @param termMonths the term of a penalty, otherwise null
 */
public record PriceCard(
    long id,
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
    Integer termMonths) {}
