package com.asta.charging.rules;

import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Tariffs and events of every shape, near changes of the clocks and of the day more often. */
final class RandomTariff {
  private static final List<Zone> ZONES =
      List.of(
          new Zone("HOME", null, null, List.of("48")),
          new Zone("MOBILE", null, null, List.of("4850", "4860", "485")),
          new Zone("WORLD", null, null, List.of("1", "44", "380")));
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private RandomTariff() {}

  static TariffContent of(Random random) {
    List<TimeBand> bands = bands(random);
    List<Rate> rates = new ArrayList<>();
    for (Zone zone : ZONES) {
      if (random.nextInt(5) > 0) {
        rates.add(rate(random, zone.code(), null));
        bands.stream()
            .filter(band -> random.nextBoolean())
            .forEach(band -> rates.add(rate(random, zone.code(), band.code())));
      }
    }
    rates.add(rate(random, null, null));
    List<Allowance> allowances =
        random.nextBoolean()
            ? List.of()
            : List.of(allowance(random, "A1"), allowance(random, "A2"));
    List<Discount> discounts = random.nextInt(3) > 0 ? List.of() : List.of(discount(random));
    List<FairUse> fair =
        random.nextInt(3) > 0 ? List.of() : List.of(fair(random, "F1"), fair(random, "F2"));
    return new TariffContent(
        "PLN",
        random.nextBoolean() ? Rounding.NONE : new Rounding(2, RoundingMode.HALF_UP),
        ZONES,
        bands,
        rates,
        allowances,
        random.nextBoolean() ? Holidays.POLAND : new Holidays(null, Set.of(FIRST.plusDays(5))),
        discounts,
        fair);
  }

  static UsageEvent event(Random random) {
    LocalDate day =
        switch (random.nextInt(4)) {
          case 0 -> LocalDate.of(2026, 3, 28).plusDays(random.nextInt(2));
          case 1 -> LocalDate.of(2026, 10, 24).plusDays(random.nextInt(2));
          default -> FIRST.plusDays(random.nextInt(90));
        };
    LocalTime time =
        random.nextBoolean()
            ? LocalTime.of(random.nextInt(4), random.nextInt(60), random.nextInt(60))
            : LocalTime.ofSecondOfDay(random.nextInt(86_400));
    Instant at =
        LocalDateTime.of(day, time)
            .atZone(OperatorZone.ID)
            .toInstant()
            .plusMillis(random.nextInt(3) == 0 ? random.nextInt(1_000) : 0)
            .plusSeconds(random.nextInt(2) * 3_600L);
    String destination = random.nextInt(9) == 0 ? "99" : number(random);
    long units = 1 + (long) Math.pow(10, 1 + random.nextDouble() * 2.9);
    return new UsageEvent(
        ServiceKind.VOICE,
        at,
        destination,
        units,
        random.nextBoolean() ? null : FIRST.minusDays(9));
  }

  private static String number(Random random) {
    return List.of("48501234567", "48221234567", "12125550100", "380441234567")
        .get(random.nextInt(4));
  }

  private static List<TimeBand> bands(Random random) {
    List<TimeBand> bands = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextInt(3) > 0) {
          days.add(day);
        }
      }
      OnHolidays holidays =
          days.isEmpty()
              ? OnHolidays.INCLUDED
              : OnHolidays.values()[random.nextInt(OnHolidays.values().length)];
      int from = random.nextInt(86_000);
      boolean night = random.nextBoolean();
      LocalTime start = night ? LocalTime.of(random.nextInt(3), 30) : LocalTime.ofSecondOfDay(from);
      LocalTime end =
          random.nextInt(3) == 0
              ? LocalTime.MIDNIGHT
              : start.plusSeconds(1 + random.nextInt(86_399 - start.toSecondOfDay()));
      bands.add(new TimeBand("B" + i, days, start, end, holidays));
    }
    return bands;
  }

  private static Rate rate(Random random, String zone, String band) {
    Tiers tiers = random.nextInt(6) == 0 ? tiers(random) : null;
    List<Step> steps = new ArrayList<>();
    for (int i = tiers == null ? 1 + random.nextInt(3) : 0; i > 0; i--) {
      long start =
          steps.isEmpty() ? 0 : steps.get(steps.size() - 1).start() + 1 + random.nextInt(90);
      steps.add(step(random, start));
    }
    return new Rate(
        "R-" + (zone == null ? "ANY" : zone) + (band == null ? "" : "-" + band),
        ServiceKind.VOICE,
        zone,
        band,
        null,
        null,
        random.nextBoolean() ? null : price(random),
        steps,
        tiers,
        random.nextInt(5) == 0 ? new BigDecimal("0.05") : null,
        random.nextInt(5) == 0 ? new BigDecimal("9") : null,
        null);
  }

  private static Step step(Random random, long start) {
    long[] sizes = {1, 1, 7, 10, 30, 60, 60};
    return new Step(
        start, price(random), sizes[random.nextInt(7)], sizes[random.nextInt(sizes.length)]);
  }

  private static Tiers tiers(Random random) {
    Tiering method = Tiering.values()[random.nextInt(3)];
    List<Tier> tiers = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      tiers.add(new Tier(1 + random.nextInt(2_000), price(random)));
    }
    return new Tiers(method, tiers, period(random));
  }

  private static Allowance allowance(Random random, String code) {
    return new Allowance(
        code,
        null,
        null,
        ServiceKind.VOICE,
        random.nextBoolean() ? Set.of() : Set.of("MOBILE"),
        1 + random.nextInt(5_000),
        random.nextBoolean() ? 1 : 60,
        period(random),
        random.nextInt(4),
        random.nextInt(3) == 0 ? 1 + random.nextInt(40) : null,
        random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(60)) : null);
  }

  private static Discount discount(Random random) {
    return new Discount(
        "D",
        null,
        null,
        ServiceKind.VOICE,
        Set.of(),
        period(random),
        random.nextBoolean() ? Discount.Counted.UNITS : Discount.Counted.EVENTS,
        List.of(
            new Discount.Level(2, BigDecimal.valueOf(5)),
            new Discount.Level(200, BigDecimal.valueOf(25))));
  }

  private static FairUse fair(Random random, String code) {
    return new FairUse(
        code,
        null,
        null,
        ServiceKind.VOICE,
        Set.of(),
        period(random),
        1 + random.nextInt(9_000),
        random.nextBoolean() ? null : step(random, 0));
  }

  private static CounterPeriod period(Random random) {
    return CounterPeriod.values()[random.nextInt(3)];
  }

  private static BigDecimal price(Random random) {
    return BigDecimal.valueOf(random.nextInt(200), 2);
  }
}
