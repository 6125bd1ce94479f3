package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.rules.Repricing.Counter;
import com.asta.charging.rules.Repricing.Outcome;
import com.asta.charging.rules.Repricing.Repriced;
import com.asta.charging.rules.Repricing.Stored;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws of pricing anew, tried with random tariffs; the seed of a failure is printed. */
class RepricingTest {
  private static final long SEED =
      Long.getLong("asta.seed", LocalDate.now(OperatorZone.ID).toEpochDay());
  private static final int ROUNDS = 150;

  /** Usage as it stands in the database: events with their prices, and counters. */
  private record Books(List<Stored> events, Map<Counter, Long> counters) {
    /** The books after events were priced anew. */
    Books after(Outcome outcome) {
      List<Stored> events = new ArrayList<>();
      for (Repriced each : outcome.events()) {
        Stored old = each.stored();
        events.add(
            each.isUnrated()
                ? old
                : new Stored(
                    old.subscriptionId(),
                    old.event(),
                    each.tariff(),
                    each.rating().rate().code(),
                    each.amount(),
                    Explanation.parse(each.rating().explanation().encode())));
      }
      Map<Counter, Long> moved = new HashMap<>(counters);
      outcome.changes().forEach((counter, change) -> moved.merge(counter, change, Long::sum));
      moved.values().removeIf(units -> units == 0);
      return new Books(events, moved);
    }
  }

  /** Law: priced anew by the same tariff, nothing changes. */
  @Test
  void sameTariffChangesNothing() {
    everyBooks(
        (books, tariff, other, seed) -> {
          Outcome outcome = Repricing.of(books.events(), each -> tariff, books.counters());
          assertTrue(outcome.changes().isEmpty(), seed + outcome.changes());
          outcome.events().forEach(each -> assertFalse(each.isChanged(), seed + each));
        });
  }

  /** Law: priced anew, usage costs and counts what it had cost and counted if rated so at first. */
  @Test
  void outcomeIsThatOfRatingAtFirst() {
    everyBooks(
        (books, tariff, other, seed) -> {
          Books moved = books.after(Repricing.of(books.events(), each -> other, books.counters()));
          Books fresh = rated(books.events().stream().map(Stored::event), other);
          assertEquals(fresh.counters(), moved.counters(), seed);
          assertEquals(prices(fresh), prices(moved), seed);
        });
  }

  /** Law: priced by another tariff and back, everything is as it was. */
  @Test
  void thereAndBackIsNothing() {
    everyBooks(
        (books, tariff, other, seed) -> {
          Books there = books.after(Repricing.of(books.events(), each -> other, books.counters()));
          Books back = there.after(Repricing.of(there.events(), each -> tariff, there.counters()));
          assertEquals(books.counters(), back.counters(), seed);
          assertEquals(prices(books), prices(back), seed);
        });
  }

  /** Law: what other events counted stays counted, and usage without a new price stays. */
  @Test
  void whatIsNotPricedAnewStays() {
    everyBooks(
        (books, tariff, other, seed) -> {
          Outcome none = Repricing.of(books.events(), each -> null, books.counters());
          assertTrue(none.changes().isEmpty(), seed);
          none.events().forEach(each -> assertTrue(each.isUnrated(), seed));
          int half = books.events().size() / 2;
          List<Stored> later = books.events().subList(half, books.events().size());
          Outcome some = Repricing.of(later, each -> tariff, books.counters());
          assertTrue(some.changes().isEmpty(), seed);
        });
  }

  private static List<String> prices(Books books) {
    return books.events().stream()
        .map(each -> plain(each.rated()) + " " + each.explanation().encode())
        .toList();
  }

  private static String plain(BigDecimal amount) {
    return Step.plain(amount).toPlainString();
  }

  private interface Law {
    void check(Books books, CompiledTariff tariff, CompiledTariff other, String seed);
  }

  private static void everyBooks(Law law) {
    for (int i = 0; i < ROUNDS; i++) {
      long seed = SEED * 3_000 + i;
      Random random = new Random(seed);
      CompiledTariff tariff = tariff(random, 1);
      CompiledTariff other = tariff(random, 2);
      Stream<UsageEvent> events =
          Stream.generate(() -> RandomTariff.event(random))
              .limit(30)
              .sorted(Comparator.comparing(UsageEvent::at));
      law.check(rated(events, tariff), tariff, other, "seed " + seed + ": ");
    }
  }

  private static CompiledTariff tariff(Random random, int version) {
    return new CompiledTariff(version, "T", version, RandomTariff.of(random), OperatorZone.ID);
  }

  private static Books rated(Stream<UsageEvent> events, CompiledTariff tariff) {
    List<Stored> stored = new ArrayList<>();
    Map<Counter, Long> counters = new HashMap<>();
    events.forEach(
        event -> {
          Rating rating =
              Rater.rate(tariff, event, id -> counters.getOrDefault(new Counter(7, id), 0L));
          if (rating instanceof Rated rated) {
            rated
                .counters()
                .forEach(use -> counters.merge(new Counter(7, use.id()), use.units(), Long::sum));
            Explanation read = Explanation.parse(rated.explanation().encode());
            String code = rated.rate().code();
            stored.add(new Stored(7, event, tariff, code, rated.amount(), read));
          }
        });
    counters.values().removeIf(units -> units == 0);
    return new Books(stored, counters);
  }
}
