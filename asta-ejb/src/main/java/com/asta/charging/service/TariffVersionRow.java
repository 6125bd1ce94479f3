package com.asta.charging.service;

import com.asta.charging.model.TariffVersionStatus;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a tariff in its list of versions.
 *
 * @param validTo first day on which the next version holds; null while none follows
 * @param current whether it prices usage of today
 */
public record TariffVersionRow(
    long id,
    int version,
    TariffVersionStatus status,
    LocalDate validFrom,
    LocalDate validTo,
    String createdBy,
    Instant createdAt,
    String publishedBy,
    Instant publishedAt,
    boolean current) {}
