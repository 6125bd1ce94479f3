package com.asta.charging.service;

import com.asta.charging.rules.CompiledTariff;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All published tariff versions at one moment; immutable, read without locks. */
final class TariffSnapshot {
  static final TariffSnapshot EMPTY = new TariffSnapshot(Map.of(), Map.of());

  private final Map<Long, CompiledTariff> byVersion;
  private final Map<String, NavigableMap<LocalDate, CompiledTariff>> byCode;

  private TariffSnapshot(
      Map<Long, CompiledTariff> byVersion,
      Map<String, NavigableMap<LocalDate, CompiledTariff>> byCode) {
    this.byVersion = byVersion;
    this.byCode = byCode;
  }

  /** This snapshot and one more published version. */
  TariffSnapshot with(CompiledTariff tariff, LocalDate validFrom) {
    Map<Long, CompiledTariff> versions = new HashMap<>(byVersion);
    versions.put(tariff.versionId(), tariff);
    Map<String, NavigableMap<LocalDate, CompiledTariff>> codes = new HashMap<>(byCode);
    NavigableMap<LocalDate, CompiledTariff> dates =
        new TreeMap<>(codes.getOrDefault(tariff.code(), new TreeMap<>()));
    dates.put(validFrom, tariff);
    codes.put(tariff.code(), dates);
    return new TariffSnapshot(versions, codes);
  }

  boolean knows(long versionId) {
    return byVersion.containsKey(versionId);
  }

  Optional<CompiledTariff> version(long versionId) {
    return Optional.ofNullable(byVersion.get(versionId));
  }

  /** The version of a tariff that prices usage of a day. */
  Optional<CompiledTariff> on(String tariffCode, LocalDate day) {
    NavigableMap<LocalDate, CompiledTariff> dates = byCode.get(tariffCode);
    Map.Entry<LocalDate, CompiledTariff> entry = dates == null ? null : dates.floorEntry(day);
    return Optional.ofNullable(entry).map(Map.Entry::getValue);
  }

  boolean hasCode(String tariffCode) {
    return byCode.containsKey(tariffCode);
  }

  int size() {
    return byVersion.size();
  }
}
