package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.step;
import static com.asta.charging.rules.Tariffs.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.rules.Rating.Unratable;
import com.asta.charging.rules.Rating.Unrated;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaterTest {
  private static final Instant NOON = warsaw("2026-06-15T12:00:00");

  /** REFERENCE-CASES 14 to 16 and 18: connect fee, started increments, octets, steps. */
  @ParameterizedTest(name = "{5} units: {6}")
  @CsvSource({
    // connect, price, per, increment, second step from:price, units, expected
    "0.10, 0.01, 1, 1, , 45, 0.55",
    "0.20, 1.20, 60, 60, , 45, 1.40",
    "0, 1, 1024, 1024, , 2048, 2.00",
    "0, 0.06, 1, 1, 60:0.01, 90, 3.90",
    "0, 1.20, 60, 60, , 60, 1.20",
    "0, 1.20, 60, 60, , 61, 2.40",
    "0, 0.10, 60, 1, , 1, 0.001666666667",
    "0.05, 0.30, 60, 30, , 31, 0.35"
  })
  void everyStartedIncrementIsCharged(
      String connect,
      String price,
      long per,
      long increment,
      String second,
      long units,
      BigDecimal expected) {
    Step first = step(0, price, per, increment);
    Rate rate =
        second == null
            ? voice("HOME", null, connect, first)
            : voice(
                "HOME",
                null,
                connect,
                first,
                step(Long.parseLong(second.split(":")[0]), second.split(":")[1], 1, 1));
    assertAmount(expected, rate(Tariffs.of(Rounding.NONE, List.of(), List.of(rate)), NOON, units));
  }

  /** REFERENCE-CASE 17: connect 1, 1 a second until 18:00, then 0.5; 17:30 to 18:30. */
  @Test
  void callThatCrossesBandsIsSplit() {
    CompiledTariff tariff = withEveningRate();
    assertAmount(new BigDecimal("2701"), rate(tariff, warsaw("2026-06-15T17:30:00"), 3600));
  }

  @Test
  void bandsFollowTheWallClockWhenClocksChange() {
    // On 2026-10-25 the clocks go back at 03:00: from 01:30 to 18:00 there are 17.5 hours.
    CompiledTariff tariff = withEveningRate();
    long untilSix = 17 * 3600 + 1800;
    assertAmount(
        BigDecimal.valueOf(1 + untilSix + 50),
        rate(tariff, warsaw("2026-10-25T01:30:00"), untilSix + 100));
  }

  /** REFERENCE-CASE 19: a destination without a rate is never free. */
  @Test
  void destinationWithoutRateIsRefused() {
    CompiledTariff tariff =
        Tariffs.of(
            Rounding.NONE, List.of(), List.of(voice("MOBILE", null, "0", step(0, "1", 1, 1))));
    for (String destination : List.of("48221234567", "8816000000")) {
      UsageEvent event = new UsageEvent(ServiceKind.VOICE, NOON, destination, 60);
      Unrated refused = assertInstanceOf(Unrated.class, Rater.rate(tariff, event, Counters.NONE));
      assertEquals(Unratable.UNRATED_DESTINATION, refused.reason());
      assertEquals(destination, refused.detail());
    }
    UsageEvent data = new UsageEvent(ServiceKind.DATA, NOON, null, 60);
    assertEquals(
        Unratable.UNRATED_SERVICE,
        assertInstanceOf(Unrated.class, Rater.rate(tariff, data, Counters.NONE)).reason());
  }

  @Test
  void longestPrefixChoosesTheZone() {
    CompiledTariff tariff =
        Tariffs.of(
            Rounding.NONE,
            List.of(),
            List.of(
                voice("HOME", null, "0", step(0, "5", 1, 1)),
                voice("MOBILE", null, "0", step(0, "1", 1, 1))));
    assertAmount(BigDecimal.ONE, rated(tariff, "48501234567", 1));
    assertAmount(new BigDecimal("5"), rated(tariff, "48221234567", 1));
  }

  /** Allowance of 120 units for started minutes; a minute costs 0.60 and connecting 0.10. */
  @ParameterizedTest(name = "{0} used, {1} s: {2}, takes {3}")
  @CsvSource({
    "0, 45, 0, 60",
    "0, 120, 0, 120",
    "0, 180, 0.60, 120",
    "60, 90, 0.60, 60",
    "120, 45, 0.70, 0",
    "200, 45, 0.70, 0"
  })
  void allowanceIsUsedUpFirst(long used, long units, BigDecimal expected, long taken) {
    Rate rate = voice("HOME", null, "0.10", step(0, "0.60", 60, 60));
    Allowance allowance =
        new Allowance("MIN", null, null, ServiceKind.VOICE, Set.of("HOME"), 120, 60);
    CompiledTariff tariff = Tariffs.of(Rounding.NONE, List.of(), List.of(rate), List.of(allowance));
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, NOON, "48221234567", units);
    Rated rated = assertInstanceOf(Rated.class, Rater.rate(tariff, event, counter -> used));
    assertAmount(expected, rated.amount());
    long counted =
        rated.counters().stream()
            .filter(c -> c.id().code().equals("MIN"))
            .mapToLong(CounterUse::units)
            .sum();
    assertEquals(taken, counted);
  }

  @ParameterizedTest
  @CsvSource({"2, HALF_UP, 0.02, 0.005", "2, DOWN, 0.01, -0.005", "0, CEILING, 1, 0.985"})
  void roundingIsAnAttributeAndItsDifferenceIsKept(
      int scale, RoundingMode mode, BigDecimal expected, BigDecimal difference) {
    CompiledTariff tariff =
        Tariffs.of(
            new Rounding(scale, mode),
            List.of(),
            List.of(voice("HOME", null, "0", step(0, "0.015", 1, 1))));
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, NOON, "48221234567", 1);
    Rated rated = assertInstanceOf(Rated.class, Rater.rate(tariff, event, Counters.NONE));
    assertAmount(expected, rated.amount());
    PricePart.Rounded part =
        assertInstanceOf(
            PricePart.Rounded.class,
            rated.explanation().parts().get(rated.explanation().parts().size() - 1));
    assertAmount(difference, part.difference());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.50", "100, 1.00", "1000, 2.00"})
  void minimumAndMaximumHold(long units, BigDecimal expected) {
    Rate rate =
        new Rate(
            "C",
            ServiceKind.VOICE,
            "HOME",
            null,
            null,
            null,
            null,
            List.of(step(0, "0.01", 1, 1)),
            null,
            new BigDecimal("0.50"),
            new BigDecimal("2.00"),
            null);
    assertAmount(expected, rate(Tariffs.of(Rounding.NONE, List.of(), List.of(rate)), NOON, units));
  }

  /** Law: what the explanation says adds up to the price, and reads back as it was written. */
  @ParameterizedTest
  @CsvSource({"1", "59", "60", "61", "1800", "3599", "7201", "86400"})
  void explanationAddsUpToThePrice(long units) {
    UsageEvent event =
        new UsageEvent(ServiceKind.VOICE, warsaw("2026-06-15T17:30:00"), "48221234567", units);
    Rated rated =
        assertInstanceOf(Rated.class, Rater.rate(withEveningRate(), event, Counters.NONE));
    BigDecimal sum = BigDecimal.ZERO;
    for (PricePart part : rated.explanation().parts()) {
      if (part instanceof PricePart.Connected connected) {
        sum = sum.add(connected.fee());
      } else if (part instanceof PricePart.Stepped stepped) {
        sum = sum.add(stepped.amount());
      }
    }
    assertAmount(rated.amount(), sum);
    assertEquals(rated.explanation(), Explanation.parse(rated.explanation().encode()));
  }

  /** Law: a longer call never costs less. */
  @Test
  void priceNeverFallsWithLength() {
    CompiledTariff tariff = withEveningRate();
    BigDecimal before = BigDecimal.ZERO;
    for (long units = 1; units < 5000; units += 7) {
      BigDecimal price = rate(tariff, warsaw("2026-06-15T17:30:00"), units);
      assertTrue(price.compareTo(before) >= 0, units + " units cost " + price + " after " + before);
      before = price;
    }
  }

  private static CompiledTariff withEveningRate() {
    TimeBand evening =
        new TimeBand(
            "EVENING", EnumSet.allOf(DayOfWeek.class), LocalTime.of(18, 0), LocalTime.MIDNIGHT);
    return Tariffs.of(
        Rounding.NONE,
        List.of(evening),
        List.of(
            voice("HOME", null, "1", step(0, "1", 1, 1)),
            voice("HOME", "EVENING", "1", step(0, "0.5", 1, 1))));
  }

  private static BigDecimal rate(CompiledTariff tariff, Instant at, long units) {
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, at, "48221234567", units);
    return assertInstanceOf(Rated.class, Rater.rate(tariff, event, Counters.NONE)).amount();
  }

  private static BigDecimal rated(CompiledTariff tariff, String destination, long units) {
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, NOON, destination, units);
    return assertInstanceOf(Rated.class, Rater.rate(tariff, event, Counters.NONE)).amount();
  }

  private static void assertAmount(BigDecimal expected, BigDecimal actual) {
    assertEquals(0, expected.compareTo(actual), () -> "expected " + expected + ", was " + actual);
  }

  private static Instant warsaw(String local) {
    return LocalDateTime.parse(local).atZone(OperatorZone.ID).toInstant();
  }
}
