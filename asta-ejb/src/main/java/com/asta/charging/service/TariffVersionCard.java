package com.asta.charging.service;

import com.asta.charging.model.TariffVersionStatus;
import com.asta.charging.rules.TariffCheck;
import com.asta.charging.rules.TariffContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of a tariff with all it says.
 *
 * @param findings what forbids publication; empty for published versions
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
    TariffContent content,
    List<TariffCheck.Finding> findings) {
  public boolean draft() {
    return status == TariffVersionStatus.DRAFT;
  }
}
