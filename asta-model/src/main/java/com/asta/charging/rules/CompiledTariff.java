package com.asta.charging.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tariff version made ready for rating; immutable, shared by all threads. */
public final class CompiledTariff {
  private static final String ANYWHERE = "";

  private final long versionId;
  private final String code;
  private final int version;
  private final TariffContent content;
  private final LocalClock clock;
  private final PrefixTable prefixes;

  /** By service, then by zone; the first of a service is for destinations in no zone. */
  private final Scheme[] schemes;

  /**
   * Prepares a version.
   *
   * @param clockZone zone in which bands of hours and periods of counters are read
   */
  public CompiledTariff(
      long versionId, String code, int version, TariffContent content, ZoneId clockZone) {
    this.versionId = versionId;
    this.code = code;
    this.version = version;
    this.content = content;
    this.clock = LocalClock.of(clockZone);
    this.prefixes = PrefixTable.ofZones(content.zones());
    this.schemes = new Scheme[ServiceKind.values().length * (content.zones().size() + 1)];
    BitSet holidays = holidays(content);
    for (ServiceKind kind : ServiceKind.values()) {
      fill(kind, holidays);
    }
  }

  private static BitSet holidays(TariffContent content) {
    boolean wanted =
        content.bands().stream().anyMatch(band -> band.onHolidays() != OnHolidays.AS_WEEKDAY);
    return wanted ? content.holidays().epochDays() : new BitSet();
  }

  private void fill(ServiceKind kind, BitSet holidays) {
    Map<String, List<PricedRate>> byZone = new HashMap<>();
    for (Rate rate : content.rates()) {
      if (rate.service() == kind) {
        byZone
            .computeIfAbsent(
                rate.zone() == null ? ANYWHERE : rate.zone(), zone -> new ArrayList<>())
            .add(new PricedRate(rate, content.rounding()));
      }
    }
    Map<String, RateSchedule> schedules = new HashMap<>();
    byZone.forEach(
        (zone, some) ->
            schedules.put(zone, new RateSchedule(clock, holidays, content.bands(), some)));
    for (int zone = PrefixTable.NONE; zone < content.zones().size(); zone++) {
      String name = zone < 0 ? null : content.zones().get(zone).code();
      String priced = name != null && byZone.containsKey(name) ? name : ANYWHERE;
      if (byZone.containsKey(priced)) {
        schemes[index(kind, zone)] =
            new Scheme(content, kind, name, schedules.get(priced), byZone.get(priced));
      }
    }
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
    Scheme scheme = scheme(event.service(), PrefixTable.value(lookup(event.destination())));
    return scheme == null || !scheme.counts()
        ? List.of()
        : scheme.counterIds(dayOf(event.at()), event.subscribedOn());
  }

  /**
   * What an event that this tariff rated had added to counters, read back from its explanation.
   *
   * @param chargeCode charge code under which it was totalled
   */
  public List<CounterUse> counted(UsageEvent event, String chargeCode, Explanation explanation) {
    Scheme scheme = scheme(event.service(), PrefixTable.value(lookup(event.destination())));
    return scheme == null || !scheme.counts()
        ? List.of()
        : scheme.counted(event, dayOf(event.at()), chargeCode, explanation.parts());
  }

  LocalDate dayOf(Instant at) {
    return clock.day(at.getEpochSecond());
  }

  /** The longest prefix of a destination, as {@link PrefixTable#lookup} says it. */
  int lookup(String destination) {
    return destination == null ? PrefixTable.NONE : prefixes.lookup(destination);
  }

  /** The rules for a service and the position of a zone, or null. */
  Scheme scheme(ServiceKind service, int zone) {
    return schemes[index(service, zone)];
  }

  private int index(ServiceKind service, int zone) {
    return service.ordinal() * (content.zones().size() + 1) + zone + 1;
  }
}
