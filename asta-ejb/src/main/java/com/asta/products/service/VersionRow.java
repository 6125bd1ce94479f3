package com.asta.products.service;

import com.asta.products.rules.OfferStatus;
import java.time.Instant;
import java.time.LocalDate;

/** A version in the list of an offer's versions. */
public record VersionRow(
    long offerVersionId,
    int version,
    OfferStatus status,
    LocalDate validFrom,
    LocalDate validTo,
    Instant publishedAt,
    String publishedBy,
    long holders) {}
