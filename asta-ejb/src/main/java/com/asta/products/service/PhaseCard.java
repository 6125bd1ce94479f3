package com.asta.products.service;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A phase of a subscription with the name of its offer; to is null while open. */
public record PhaseCard(
    long offerVersionId,
    String offerCode,
    int version,
    String nameEn,
    String namePl,
    LocalDate from,
    LocalDate to,
    BigDecimal monthlyNet,
    String currency) {}
