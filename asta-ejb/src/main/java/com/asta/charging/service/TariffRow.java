package com.asta.charging.service;

import java.time.LocalDate;

/**
 * A tariff in a list.
 *
 * @param currentVersion version in force today; null if none is
 * @param nextVersion published version that begins next; null if none does
 * @param draftId version id of the draft that is being worked on; null if there is none
 */
public record TariffRow(
    long id,
    String code,
    String nameEn,
    String namePl,
    Integer currentVersion,
    LocalDate validFrom,
    Integer nextVersion,
    LocalDate nextFrom,
    Long draftId,
    Integer draftVersion) {}
