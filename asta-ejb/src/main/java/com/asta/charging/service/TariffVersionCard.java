package com.asta.charging.service;

import com.asta.charging.model.TariffVersionStatus;
import com.asta.charging.rules.TariffContent;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a tariff with all it says.
 *
 * @param revision counts the changes of a draft
 */
public record TariffVersionCard(
    long id,
    long tariffId,
    String code,
    String nameEn,
    String namePl,
    int version,
    TariffVersionStatus status,
    LocalDate validFrom,
    String createdBy,
    Instant createdAt,
    String publishedBy,
    Instant publishedAt,
    int revision,
    TariffContent content) {
  public boolean draft() {
    return status == TariffVersionStatus.DRAFT;
  }
}
