package com.asta.products.service;

import com.asta.products.rules.Discount;
import com.asta.products.rules.FulfilmentKind;
import java.util.List;

/**
 * An offer version as other subsystems see it; bundledOfferCodes is empty unless it is a bundle.
 *
 * @param discounts in the order in which they are taken off
 */
public record OfferCard(
    long offerVersionId,
    String code,
    int version,
    String nameEn,
    String namePl,
    FulfilmentKind fulfilment,
    boolean prepaid,
    List<PriceCard> prices,
    List<Discount> discounts,
    List<String> bundledOfferCodes) {}
