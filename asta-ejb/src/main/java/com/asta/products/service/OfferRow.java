package com.asta.products.service;

import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferStatus;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of the catalogue: the version of an offer that matters most today. */
public record OfferRow(
    long offerVersionId,
    String code,
    int version,
    String nameEn,
    String namePl,
    FulfilmentKind fulfilment,
    boolean prepaid,
    boolean bundle,
    OfferStatus status,
    LocalDate validFrom,
    LocalDate validTo,
    BigDecimal oneTimeNet,
    BigDecimal monthlyNet,
    String currency,
    long holders) {}
