package com.asta.products.service;

import com.asta.products.rules.PriceKind;
import java.math.BigDecimal;

/** A price of a published offer version, net; amount is null and tariffCode set for usage. */
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
    String vatCategory) {}
