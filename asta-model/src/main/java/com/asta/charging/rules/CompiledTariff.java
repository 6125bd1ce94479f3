package com.asta.charging.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tariff version made ready for rating; immutable, shared by all threads. */
public final class CompiledTariff {
  private static final String ANYWHERE = "";

  private final long versionId;
  private final String code;
  private final int version;
  private final TariffContent content;
  private final ZoneId clockZone;
  private final PrefixTable prefixes;
  private final Map<ServiceKind, Map<String, BandedRates>> rates;

  /**
   * Prepares a version.
   *
   * @param clockZone zone in which bands of hours are read
   */
  public CompiledTariff(
      long versionId, String code, int version, TariffContent content, ZoneId clockZone) {
    this.versionId = versionId;
    this.code = code;
    this.version = version;
    this.content = content;
    this.clockZone = clockZone;
    this.prefixes = prefixes(content.zones());
    this.rates = new EnumMap<>(ServiceKind.class);
    for (ServiceKind kind : ServiceKind.values()) {
      Map<String, BandedRates> byZone = new HashMap<>();
      content.rates().stream()
          .filter(rate -> rate.service() == kind)
          .collect(Collectors.groupingBy(rate -> rate.zone() == null ? ANYWHERE : rate.zone()))
          .forEach(
              (zone, some) -> byZone.put(zone, new BandedRates(clockZone, some, content.bands())));
      rates.put(kind, byZone);
    }
  }

  private static PrefixTable prefixes(List<Zone> zones) {
    Map<String, Integer> all = new HashMap<>();
    for (int i = 0; i < zones.size(); i++) {
      for (String prefix : zones.get(i).prefixes()) {
        all.put(prefix, i);
      }
    }
    return PrefixTable.of(all);
  }

  public long versionId() {
    return versionId;
  }

  public String code() {
    return code;
  }

  public int version() {
    return version;
  }

  public TariffContent content() {
    return content;
  }

  public String currency() {
    return content.currency();
  }

  /**
   * The counters that an event may touch, so that they can be locked before it is rated; empty for
   * most tariffs.
   */
  public List<CounterId> counterIds(UsageEvent event) {
    List<CounterId> ids = new ArrayList<>();
    LocalDate day = dayOf(event.at());
    for (Allowance allowance : content.allowances()) {
      if (allowance.service() == event.service()) {
        ids.addAll(allowance.grants(day, event.subscribedOn()));
      }
    }
    for (Rate rate : content.rates()) {
      if (rate.tiers() != null && rate.service() == event.service()) {
        ids.add(new CounterId(rate.code(), rate.tiers().period().startOf(day)));
      }
    }
    return ids;
  }

  LocalDate dayOf(Instant at) {
    return at.atZone(clockZone).toLocalDate();
  }

  /** The zone of a destination by its longest prefix, or null. */
  Zone zone(String destination) {
    int index = destination == null ? PrefixTable.NONE : prefixes.find(destination);
    return index == PrefixTable.NONE ? null : content.zones().get(index);
  }

  String prefix(String destination) {
    return destination == null ? "" : prefixes.match(destination);
  }

  BandedRates rates(ServiceKind service, Zone zone) {
    Map<String, BandedRates> byZone = rates.get(service);
    BandedRates found = zone == null ? null : byZone.get(zone.code());
    return found == null ? byZone.get(ANYWHERE) : found;
  }
}
