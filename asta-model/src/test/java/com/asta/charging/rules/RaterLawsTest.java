package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Rating.Rated;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Laws that hold for every tariff, tried with random ones; the seed of a failure is printed. */
class RaterLawsTest {
  private static final int TARIFFS = 150;
  private static final int EVENTS = 20;
  private static final long SEED =
      Long.getLong("asta.seed", LocalDate.now(OperatorZone.ID).toEpochDay());

  /** Law: the rater agrees with one that prices unit by unit, events in a row with counters. */
  @Test
  void agreesWithTheNaiveRater() {
    everyEvent(
        (tariff, event, counters, seed) -> {
          NaiveRater.Priced expected = NaiveRater.rate(tariff.content(), event, counters::used);
          Rating rating = Rater.rate(tariff, event, counters::used);
          if (expected == null) {
            assertInstanceOf(Rating.Unrated.class, rating, seed);
            return null;
          }
          Rated rated = assertInstanceOf(Rated.class, rating, seed);
          assertEquals(
              0,
              expected.amount().compareTo(rated.amount()),
              () -> seed + " expected " + expected.amount() + ", was " + rated);
          Map<CounterId, Long> added = new HashMap<>();
          rated.counters().forEach(use -> added.merge(use.id(), use.units(), Long::sum));
          assertEquals(expected.added(), added, seed);
          return rated;
        });
  }

  /** Law: parts of the explanation add up to the price, and read back as they were written. */
  @Test
  void explanationAddsUpAndReadsBack() {
    everyEvent(
        (tariff, event, counters, seed) -> {
          Rating rating = Rater.rate(tariff, event, counters::used);
          if (!(rating instanceof Rated rated)) {
            return null;
          }
          assertEquals(0, rated.amount().compareTo(sum(rated.explanation())), seed + rated);
          assertEquals(rated.explanation(), Explanation.parse(rated.explanation().encode()), seed);
          return rated;
        });
  }

  /** Law: only counters that were listed are asked for and added to. */
  @Test
  void touchesOnlyListedCounters() {
    everyEvent(
        (tariff, event, counters, seed) -> {
          List<CounterId> listed = tariff.counterIds(event);
          Rating rating =
              Rater.rate(
                  tariff,
                  event,
                  id -> {
                    assertTrue(listed.contains(id), () -> seed + " asked for " + id);
                    return counters.used(id);
                  });
          if (!(rating instanceof Rated rated)) {
            return null;
          }
          rated.counters().forEach(use -> assertTrue(listed.contains(use.id()), seed));
          return rated;
        });
  }

  /** Law: a threshold of fair use is told exactly once in a period. */
  @Test
  void thresholdsAreToldOnce() {
    Map<CounterId, Integer> told = new HashMap<>();
    everyEvent(
        (tariff, event, counters, seed) -> {
          if (!(Rater.rate(tariff, event, counters::used) instanceof Rated rated)) {
            return null;
          }
          for (FairUse rule : tariff.content().fairUses()) {
            CounterId id =
                new CounterId(rule.code(), rule.period().startOf(tariff.dayOf(event.at())));
            long before = counters.used(id);
            long after = before + added(rated, id);
            boolean reached = before < rule.threshold() && after >= rule.threshold();
            assertEquals(
                reached, rated.crossed().contains(new Crossing(id, rule.threshold())), seed);
            told.merge(id, 1, Integer::sum);
          }
          return rated;
        });
    assertTrue(told.size() > 10);
  }

  /** Law: what an event had counted is read back from its explanation. */
  @Test
  void countedIsReadBack() {
    everyEvent(
        (tariff, event, counters, seed) -> {
          if (!(Rater.rate(tariff, event, counters::used) instanceof Rated rated)) {
            return null;
          }
          Explanation stored = Explanation.parse(rated.explanation().encode());
          assertEquals(
              Set.copyOf(rated.counters()),
              Set.copyOf(tariff.counted(event, rated.rate().code(), stored)),
              seed);
          return rated;
        });
  }

  private static long added(Rated rated, CounterId id) {
    return rated.counters().stream()
        .filter(use -> use.id().equals(id))
        .mapToLong(CounterUse::units)
        .sum();
  }

  private static BigDecimal sum(Explanation explanation) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PricePart part : explanation.parts()) {
      if (part instanceof PricePart.Raised raised) {
        sum = raised.minimum();
      } else if (part instanceof PricePart.Capped capped) {
        sum = capped.maximum();
      } else {
        sum = sum.add(added(part));
      }
    }
    return sum;
  }

  private static BigDecimal added(PricePart part) {
    if (part instanceof PricePart.Connected connected) {
      return connected.fee();
    }
    if (part instanceof PricePart.Stepped stepped) {
      return stepped.amount();
    }
    if (part instanceof PricePart.Tiered tiered) {
      return tiered.amount();
    }
    if (part instanceof PricePart.Beyond beyond) {
      return beyond.amount();
    }
    if (part instanceof PricePart.Discounted discounted) {
      return discounted.amount();
    }
    return part instanceof PricePart.Rounded rounded ? rounded.difference() : BigDecimal.ZERO;
  }

  private interface Law {
    Rated check(CompiledTariff tariff, UsageEvent event, Used counters, String seed);
  }

  private record Used(Map<CounterId, Long> units) {
    long used(CounterId id) {
      return units.getOrDefault(id, 0L);
    }
  }

  private static void everyEvent(Law law) {
    int rated = 0;
    for (int i = 0; i < TARIFFS; i++) {
      long seed = SEED * 1_000 + i;
      Random random = new Random(seed);
      TariffContent content = RandomTariff.of(random);
      CompiledTariff tariff = new CompiledTariff(1, "T", 1, content, OperatorZone.ID);
      Used used = new Used(new HashMap<>());
      for (int n = 0; n < EVENTS; n++) {
        UsageEvent event = RandomTariff.event(random);
        String name = "seed " + seed + ", event " + n + " " + event + " of " + content + ": ";
        Rated done = law.check(tariff, event, used, name);
        if (done != null) {
          rated++;
          done.counters().forEach(u -> used.units().merge(u.id(), u.units(), Long::sum));
        }
      }
    }
    assertTrue(rated > TARIFFS * EVENTS / 4, "only " + rated + " events had a price");
  }

  /** Law: a call cut in two costs as much as the whole, over bands and changes of the clocks. */
  @Test
  void piecesAddUpToTheWhole() {
    for (int i = 0; i < 400; i++) {
      long seed = SEED * 7 + i;
      Random random = new Random(seed);
      TariffContent content = bySecond(RandomTariff.of(random), random);
      CompiledTariff tariff = new CompiledTariff(1, "T", 1, content, OperatorZone.ID);
      Instant at = RandomTariff.event(random).at();
      long units = 2 + random.nextInt(50_000);
      long cut = 1 + random.nextInt((int) units - 1);
      BigDecimal whole = price(tariff, at, units);
      BigDecimal pieces =
          price(tariff, at, cut).add(price(tariff, at.plusSeconds(cut), units - cut));
      assertEquals(0, whole.compareTo(pieces), "seed " + seed + ": " + whole + ", " + pieces);
    }
  }

  private static BigDecimal price(CompiledTariff tariff, Instant at, long units) {
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, at, "48501234567", units);
    return assertInstanceOf(Rated.class, Rater.rate(tariff, event, Counters.NONE)).amount();
  }

  /** The same bands and holidays with one price a second in each. */
  private static TariffContent bySecond(TariffContent random, Random prices) {
    List<Rate> rates = new ArrayList<>();
    rates.add(Tariffs.voice("MOBILE", null, "0", Tariffs.step(0, "0.01", 1, 1)));
    for (TimeBand band : random.bands()) {
      String price = "0." + (1 + prices.nextInt(8));
      rates.add(Tariffs.voice("MOBILE", band.code(), "0", Tariffs.step(0, price, 1, 1)));
    }
    return new TariffContent(
        "PLN",
        Rounding.NONE,
        random.zones(),
        random.bands(),
        rates,
        null,
        random.holidays(),
        null,
        null);
  }

  /** Law: a longer call never costs less under steps. */
  @Test
  void priceNeverFallsWithLength() {
    for (int i = 0; i < 100; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      TariffContent content = RandomTariff.of(random).withDiscounts(null).withFairUses(null);
      content = content.withRates(content.rates().stream().filter(r -> r.tiers() == null).toList());
      content = content.withRounding(new Rounding(2, RoundingMode.HALF_UP));
      CompiledTariff tariff = new CompiledTariff(1, "T", 1, content, OperatorZone.ID);
      Instant at = RandomTariff.event(random).at();
      BigDecimal before = null;
      for (long units = 1; units < 9_000; units += 37) {
        UsageEvent event = new UsageEvent(ServiceKind.VOICE, at, "48501234567", units);
        if (Rater.rate(tariff, event, Counters.NONE) instanceof Rated rated) {
          BigDecimal last = before;
          boolean free = last != null && last.signum() == 0;
          assertTrue(
              last == null || free || rated.amount().compareTo(last) >= 0,
              () -> "seed " + seed + ", " + event + ": " + rated.amount() + " after " + last);
          before = rated.amount();
        }
      }
      assertNotNull(tariff);
    }
  }
}
