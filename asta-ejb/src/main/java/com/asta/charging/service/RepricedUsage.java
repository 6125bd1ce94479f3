package com.asta.charging.service;

import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.Repricing;
import com.asta.charging.rules.Repricing.Counter;
import com.asta.charging.rules.Repricing.Repriced;
import com.asta.charging.rules.Repricing.Stored;
import com.asta.charging.rules.UsageEvent;
import com.asta.charging.service.RepricingStore.Event;
import com.asta.products.service.Subscriber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The usage of one account, priced anew.
 *
 * @param events as they are stored, in the order of time
 * @param repriced what became of each, in the same order
 * @param changes what counters gain or lose
 */
record RepricedUsage(
    long accountId, List<Event> events, List<Repriced> repriced, Map<Counter, Long> changes) {

  static RepricedUsage of(
      long accountId,
      List<Event> events,
      RepricingWork.Holders holders,
      Function<Event, CompiledTariff> choice,
      Map<Counter, Long> counters) {
    List<Stored> stored = new ArrayList<>(events.size());
    Map<Stored, Event> origin = new IdentityHashMap<>();
    for (Event event : events) {
      Subscriber holder = holders.of(event);
      UsageEvent use =
          new UsageEvent(
              event.service(),
              event.at(),
              event.destination(),
              event.units(),
              holder == null ? null : holder.from());
      Stored each =
          new Stored(
              event.subscriptionId(),
              use,
              event.tariff(),
              event.chargeCode(),
              event.rated(),
              event.explained());
      stored.add(each);
      origin.put(each, event);
    }
    Repricing.Outcome outcome =
        Repricing.of(stored, each -> choice.apply(origin.get(each)), counters);
    return new RepricedUsage(accountId, events, outcome.events(), outcome.changes());
  }

  List<Repriced> changed() {
    return repriced.stream().filter(Repriced::isChanged).toList();
  }

  long unrated() {
    return repriced.stream().filter(Repriced::isUnrated).count();
  }

  BigDecimal before() {
    return repriced.stream().map(e -> e.stored().rated()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal after() {
    return repriced.stream().map(Repriced::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The currency of the usage; an account has one. */
  String currency() {
    return events.isEmpty() ? null : events.get(0).tariff().currency();
  }
}
