package com.asta.charging.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules of a tariff that concern one service and zone. */
final class Scheme {
  private final RateSchedule schedule;
  private final List<Rate> tiered;
  private final List<Allowance> allowances;
  private final List<Discount> discounts;
  private final List<FairUse> fairUses;
  private final boolean counts;

  Scheme(
      TariffContent content,
      ServiceKind service,
      String zone,
      RateSchedule schedule,
      List<PricedRate> rates) {
    this.schedule = schedule;
    this.tiered = rates.stream().map(PricedRate::rate).filter(r -> r.tiers() != null).toList();
    this.allowances =
        content.allowances().stream().filter(each -> each.covers(service, zone)).toList();
    this.discounts =
        content.discounts().stream().filter(each -> each.covers(service, zone)).toList();
    this.fairUses = content.fairUses().stream().filter(each -> each.covers(service, zone)).toList();
    this.counts =
        !(tiered.isEmpty() && allowances.isEmpty() && discounts.isEmpty() && fairUses.isEmpty());
  }

  RateSchedule schedule() {
    return schedule;
  }

  List<Allowance> allowances() {
    return allowances;
  }

  List<Discount> discounts() {
    return discounts;
  }

  List<FairUse> fairUses() {
    return fairUses;
  }

  /** Whether any counter takes part. */
  boolean counts() {
    return counts;
  }

  List<CounterId> counterIds(LocalDate day, LocalDate subscribedOn) {
    List<CounterId> ids = new ArrayList<>();
    allowances.forEach(each -> ids.addAll(each.grants(day, subscribedOn)));
    tiered.forEach(each -> add(ids, each.code(), each.tiers().period().startOf(day)));
    discounts.forEach(each -> add(ids, each.code(), each.period().startOf(day)));
    fairUses.forEach(each -> add(ids, each.code(), each.period().startOf(day)));
    return ids;
  }

  /** What rating had counted, from the parts of the price and the size of the event. */
  List<CounterUse> counted(
      UsageEvent event, LocalDate day, String chargeCode, List<PricePart> parts) {
    Map<CounterId, Long> uses = new LinkedHashMap<>();
    fairUses.forEach(
        each -> uses.put(new CounterId(each.code(), each.period().startOf(day)), event.units()));
    for (PricePart part : parts) {
      if (part instanceof PricePart.Included included) {
        drawn(included, day, uses);
      } else if (part instanceof PricePart.Tiered priced) {
        String code = priced.counter().isEmpty() ? chargeCode : priced.counter();
        tiered.stream()
            .filter(each -> each.code().equals(code))
            .findFirst()
            .map(each -> new CounterId(code, each.tiers().period().startOf(day)))
            .ifPresent(id -> uses.merge(id, priced.units(), Long::sum));
      }
    }
    discounts.forEach(
        each ->
            uses.put(
                new CounterId(each.code(), each.period().startOf(day)), each.count(event.units())));
    return uses.entrySet().stream()
        .map(use -> new CounterUse(use.getKey(), use.getValue()))
        .toList();
  }

  private void drawn(PricePart.Included included, LocalDate day, Map<CounterId, Long> uses) {
    for (Allowance allowance : allowances) {
      if (allowance.code().equals(included.allowance())) {
        LocalDate start =
            included.granted() == null ? allowance.period().startOf(day) : included.granted();
        uses.merge(new CounterId(allowance.code(), start), included.units(), Long::sum);
      }
    }
  }

  private static void add(List<CounterId> ids, String code, LocalDate start) {
    CounterId id = new CounterId(code, start);
    if (!ids.contains(id)) {
      ids.add(id);
    }
  }
}
