package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.step;
import static com.asta.charging.rules.Tariffs.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.asta.charging.rules.Rating.Rated;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays, changes of the clocks, roll-over, discounts, fair use, rounding: a case a line. */
class RaterRulesTest {
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
  private static final Rate SECOND = voice("HOME", null, "0", step(0, "1", 1, 1));

  /** A second costs 1 on working days, 0.1 at weekends and on holidays. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-03T12:00, 60",
    "2026-06-04T12:00, 6",
    "2026-06-06T12:00, 6",
    "2026-06-03T23:59:30, 33",
    "2026-06-04T23:59:30, 33",
    "2026-11-11T00:00, 6",
    "2026-09-07T00:00, 6",
    "2026-12-24T10:00, 6"
  })
  void holidaysHaveTheirPrice(LocalDateTime at, BigDecimal expected) {
    TimeBand free =
        new TimeBand(
            "FREE",
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            LocalTime.MIN,
            LocalTime.MIDNIGHT,
            OnHolidays.INCLUDED);
    TariffContent content =
        content(List.of(free), SECOND, voice("HOME", "FREE", "0", step(0, "0.1", 1, 1)))
            .withHolidays(new Holidays("PL", Set.of(LocalDate.of(2026, 9, 7))));
    assertAmount(expected, price(content, at(at), 60));
  }

  /**
   * Between 02:15 and 02:45 a second costs 2, else 1. On 25 October 2026 that half hour comes
   * twice; on 29 March it does not come at all.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-10-24T02:00, 3600, 5400",
    "2026-10-25T01:00, 3600, 3600",
    "2026-10-25T01:00, 7200, 9000",
    "2026-10-25T01:00, 10800, 14400",
    "2026-10-25T01:00, 14400, 18000",
    "2026-10-25T02:30, 3600, 5400",
    "2026-03-29T01:00, 7200, 7200",
    "2026-03-29T01:59:59, 2, 2"
  })
  void bandsAreExactWhenTheClocksChange(LocalDateTime at, long seconds, BigDecimal expected) {
    TimeBand band = new TimeBand("B", ALL, LocalTime.of(2, 15), LocalTime.of(2, 45));
    TariffContent content =
        content(List.of(band), SECOND, voice("HOME", "B", "0", step(0, "2", 1, 1)));
    assertAmount(expected, price(content, at(at), seconds));
  }

  /** A started minute belongs to the band in which it starts: 30 s before 18:00 and 90 s after. */
  @Test
  void incrementBelongsToTheBandInWhichItStarts() {
    TimeBand evening = new TimeBand("E", ALL, LocalTime.of(18, 0), LocalTime.MIDNIGHT);
    TariffContent content =
        content(
            List.of(evening),
            voice("HOME", null, "0", step(0, "1", 60, 60)),
            voice("HOME", "E", "0", step(0, "0.1", 60, 60)));
    assertAmount(new BigDecimal("1.1"), price(content, at("2026-06-15T17:59:30"), 120));
    assertAmount(new BigDecimal("1.2"), price(content, at("2026-06-15T17:59:30"), 121));
  }

  /** A call over a month of bands is one line for each band and step. */
  @Test
  void explanationOfALongCallStaysShort() {
    TimeBand night = new TimeBand("N", ALL, LocalTime.MIN, LocalTime.of(6, 0));
    TariffContent content =
        content(List.of(night), SECOND, voice("HOME", "N", "0", step(0, "0.5", 1, 1)));
    Rated rated = rate(content, Counters.NONE, at("2026-06-01T00:00"), 30 * 86_400, null);
    assertEquals(2, rated.explanation().parts().size());
    assertAmount(BigDecimal.valueOf(30 * (21_600L / 2 + 64_800)), rated.amount());
  }

  /** 100 units a month that roll over two months; the subscription began on 10 January 2026. */
  @ParameterizedTest(name = "{0}: {1} units, {2} left in January, {3} in February: {4}, {5}")
  @CsvSource({
    "2026-01-15, 60, 100, 100, 0, 01=60",
    "2026-01-15, 160, 100, 100, 60, 01=100",
    "2026-02-15, 160, 30, 100, 30, 01=30 02=100",
    "2026-03-15, 160, 30, 40, 0, 01=30 02=40 03=90",
    "2026-04-15, 160, 30, 40, 0, 02=40 03=100 04=20",
    "2026-05-01, 10, 100, 100, 0, 03=10"
  })
  void oldestGrantIsDrawnFirst(
      LocalDate day, long units, long january, long february, BigDecimal expected, String drawn) {
    TariffContent content = content(List.of(), SECOND).withAllowances(List.of(rolling(null)));
    Map<LocalDate, Long> used =
        Map.of(LocalDate.of(2026, 1, 1), 100 - january, LocalDate.of(2026, 2, 1), 100 - february);
    Rated rated =
        rate(
            content,
            id -> used.getOrDefault(id.periodStart(), 0L),
            at(day.atTime(12, 0)),
            units,
            LocalDate.of(2026, 1, 10));
    assertAmount(expected, rated.amount());
    assertEquals(
        drawn,
        String.join(
            " ",
            rated.counters().stream()
                .map(use -> use.id().periodStart().toString().substring(5, 7) + "=" + use.units())
                .toList()));
  }

  @Test
  void grantsEndWithTheirValidity() {
    Allowance tenDays =
        new Allowance(
            "M",
            null,
            null,
            ServiceKind.VOICE,
            Set.of(),
            100,
            1,
            null,
            2,
            10,
            LocalDate.of(2026, 2, 1));
    LocalDate began = LocalDate.of(2026, 1, 1);
    assertEquals(1, tenDays.grants(LocalDate.of(2026, 3, 10), began).size());
    assertEquals(List.of(), tenDays.grants(LocalDate.of(2026, 3, 11), began));
    assertEquals(List.of(), tenDays.grants(LocalDate.of(2026, 1, 5), began));
    assertEquals(1, rolling(null).grants(LocalDate.of(2026, 3, 10), null).size());
    assertEquals(3, rolling(null).grants(LocalDate.of(2026, 3, 10), began).size());
    assertEquals(
        2, rolling(LocalDate.of(2026, 2, 1)).grants(LocalDate.of(2026, 3, 10), began).size());
  }

  /** 5 % from the third call of a day on, 25 % from the sixth; a call costs 10, at least 8. */
  @ParameterizedTest
  @CsvSource({"0, 10, 10", "1, 10, 10", "2, 9.50, 10", "5, 8, 10", "99, 8, 10"})
  void discountDependsOnWhatWasUsedBefore(long before, BigDecimal expected, long units) {
    Discount discount =
        new Discount(
            "D",
            null,
            null,
            null,
            Set.of(),
            CounterPeriod.DAY,
            Discount.Counted.EVENTS,
            List.of(
                new Discount.Level(2, BigDecimal.valueOf(5)),
                new Discount.Level(5, BigDecimal.valueOf(25))));
    Rate rate =
        new Rate(
            "C",
            ServiceKind.VOICE,
            "HOME",
            null,
            null,
            null,
            null,
            List.of(step(0, "1", 1, 1)),
            null,
            BigDecimal.valueOf(8),
            null,
            null);
    TariffContent content = content(List.of(), rate).withDiscounts(List.of(discount));
    LocalDate day = LocalDate.of(2026, 6, 15);
    Rated rated = rate(content, id -> before, at(day.atTime(9, 0)), units, null);
    assertAmount(expected, rated.amount());
    assertEquals(List.of(new CounterUse(new CounterId("D", day), 1)), rated.counters());
  }

  /** 1,000 units a week are fair; 500 of an allowance; then a unit costs 1, beyond fair use 3. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 100, 0, false",
    "450, 450, 100, 50, false",
    "900, 500, 100, 100, true",
    "900, 500, 99, 99, false",
    "950, 500, 100, 200, true",
    "1000, 500, 100, 300, false",
    "980, 0, 100, 240, true"
  })
  void unitsBeyondFairUseHaveTheirOwnPrice(
      long used, long drawn, long units, BigDecimal expected, boolean crossed) {
    FairUse fair =
        new FairUse(
            "F",
            null,
            null,
            ServiceKind.VOICE,
            Set.of(),
            CounterPeriod.WEEK,
            1_000,
            step(0, "3", 1, 1));
    Allowance allowance = new Allowance("A", null, null, ServiceKind.VOICE, Set.of(), 500, 1);
    TariffContent content =
        content(List.of(), SECOND).withAllowances(List.of(allowance)).withFairUses(List.of(fair));
    Rated rated =
        rate(
            content,
            id -> id.code().equals("F") ? used : drawn,
            at("2026-06-18T12:00"),
            units,
            null);
    assertAmount(expected, rated.amount());
    CounterId week = new CounterId("F", LocalDate.of(2026, 6, 15));
    assertEquals(crossed ? List.of(new Crossing(week, 1_000)) : List.of(), rated.crossed());
  }

  /** 0.004 a second in steps of 10 s, connecting 0.006: rounded to 2 decimals by level. */
  @ParameterizedTest
  @CsvSource({
    "EVENT, 25, HALF_UP, 0.13",
    "PART, 25, HALF_UP, 0.13",
    "INCREMENT, 25, HALF_UP, 0.13",
    "EVENT, 35, HALF_UP, 0.17",
    "PART, 35, HALF_UP, 0.17",
    "PART, 11, CEILING, 0.09",
    "EVENT, 11, CEILING, 0.09",
    "PART, 1, CEILING, 0.05",
    "EVENT, 1, FLOOR, 0.04",
    "PART, 1, FLOOR, 0.04"
  })
  void partsOrTheWholeAreRounded(
      Rounding.Level level, long units, RoundingMode mode, BigDecimal expected) {
    Rate rate = voice("HOME", null, "0.006", step(0, "0.004", 1, 10));
    TariffContent content = content(List.of(), rate).withRounding(new Rounding(2, mode, level));
    assertAmount(expected, price(content, at("2026-06-15T12:00"), units));
  }

  /** An increment of 0.3333 is 0.34 rounded up; three are 1.02, together rounded they are 1. */
  @ParameterizedTest
  @CsvSource({"INCREMENT, 1.02", "PART, 1.00", "EVENT, 1.00"})
  void incrementsMayBeRoundedOneByOne(Rounding.Level level, BigDecimal expected) {
    Rate rate = voice("HOME", null, "0", step(0, "1", 3, 1));
    TariffContent content =
        content(List.of(), rate).withRounding(new Rounding(2, RoundingMode.UP, level));
    assertAmount(expected, price(content, at("2026-06-15T12:00"), 3));
  }

  /** REFERENCE-CASES 10 to 12 as events of one week, then a new week begins. */
  @Test
  void tiersCountTheirPeriod() {
    Tiers tiers =
        new Tiers(
            Tiering.GRADUATED,
            List.of(
                new Tier(10, new BigDecimal("1.50")),
                new Tier(100, BigDecimal.ONE),
                new Tier(1_000, new BigDecimal("0.50"))),
            CounterPeriod.WEEK);
    Rate rate =
        new Rate(
            "W", ServiceKind.UNIT, null, null, null, null, null, null, tiers, null, null, null);
    CompiledTariff tariff = compiled(content(List.of(), rate));
    Map<CounterId, Long> used = new HashMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (String day : List.of("2026-06-15", "2026-06-17", "2026-06-21", "2026-06-22")) {
      UsageEvent event = new UsageEvent(ServiceKind.UNIT, at(day + "T12:00"), null, 37);
      Rated rated =
          assertInstanceOf(Rated.class, Rater.rate(tariff, event, id -> used.getOrDefault(id, 0L)));
      rated.counters().forEach(use -> used.merge(use.id(), use.units(), Long::sum));
      sum = sum.add(rated.amount());
      assertEquals(
          tariff.counterIds(event), rated.counters().stream().map(CounterUse::id).toList());
    }
    assertAmount(new BigDecimal("115.50").add(new BigDecimal("42.00")), sum);
  }

  /** Hostile lengths end, in the band they reached. */
  @Test
  void endlessCallEnds() {
    TimeBand night = new TimeBand("N", ALL, LocalTime.MIN, LocalTime.of(6, 0));
    TariffContent content =
        content(
            List.of(night),
            voice("HOME", null, "0", step(0, "1", 60, 60)),
            voice("HOME", "N", "0", step(0, "0.5", 60, 60)));
    rate(content, Counters.NONE, at("2026-06-01T00:00"), Long.MAX_VALUE, null);
    rate(content, Counters.NONE, at("2026-06-01T00:00"), Long.MAX_VALUE - 30, null);
  }

  private static Allowance rolling(LocalDate validFrom) {
    return new Allowance(
        "M", null, null, ServiceKind.VOICE, Set.of(), 100, 1, null, 2, null, validFrom);
  }

  private static TariffContent content(List<TimeBand> bands, Rate... rates) {
    return new TariffContent(
        "PLN", Rounding.NONE, List.of(Tariffs.HOME), bands, List.of(rates), List.of());
  }

  private static CompiledTariff compiled(TariffContent content) {
    return new CompiledTariff(1, "T", 1, content, OperatorZone.ID);
  }

  private static BigDecimal price(TariffContent content, Instant at, long units) {
    return rate(content, Counters.NONE, at, units, null).amount();
  }

  private static Rated rate(
      TariffContent content, Counters used, Instant at, long units, LocalDate subscribedOn) {
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, at, "48221234567", units, subscribedOn);
    return assertInstanceOf(Rated.class, Rater.rate(compiled(content), event, used));
  }

  private static Instant at(String local) {
    return at(LocalDateTime.parse(local));
  }

  /** The earlier of two instants when the clocks go back. */
  private static Instant at(LocalDateTime local) {
    return ZonedDateTime.of(local, OperatorZone.ID).toInstant();
  }

  private static void assertAmount(BigDecimal expected, BigDecimal actual) {
    assertEquals(0, expected.compareTo(actual), () -> "expected " + expected + ", was " + actual);
  }
}
