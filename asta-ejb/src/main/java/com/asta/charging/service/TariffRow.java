package com.asta.charging.service;

import java.time.LocalDate;

/**
 * A tariff in a list.
 *
 * @param currentVersion version in force today; null if none is
 * @param draft whether a draft is being worked on
 */
public record TariffRow(
    long id,
    String code,
    String nameEn,
    String namePl,
    Integer currentVersion,
    LocalDate validFrom,
    boolean draft) {}
