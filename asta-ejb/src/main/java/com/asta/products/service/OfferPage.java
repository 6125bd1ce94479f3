package com.asta.products.service;

import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferStatus;
import java.time.Instant;
import java.util.List;

/** An offer version with everything its page shows. */
public record OfferPage(
    long offerId,
    long offerVersionId,
    String code,
    int version,
    String specificationCode,
    FulfilmentKind fulfilment,
    boolean bundle,
    OfferStatus status,
    OfferDesign design,
    Instant publishedAt,
    String publishedBy,
    List<PriceCard> prices,
    List<MemberCard> members,
    List<VersionRow> versions) {}
