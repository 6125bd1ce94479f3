package com.asta.products.rules;

import java.math.BigDecimal;

/**
 * An offer as the change rules see it.
 *
 * @param monthlyNet the sum of its recurring prices
 */
public record OfferFacts(
    long offerVersionId,
    String code,
    FulfilmentKind fulfilment,
    boolean prepaid,
    boolean bundle,
    BigDecimal monthlyNet) {}
