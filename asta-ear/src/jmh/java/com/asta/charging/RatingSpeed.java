package com.asta.charging;

import com.asta.charging.rules.Allowance;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterPeriod;
import com.asta.charging.rules.Discount;
import com.asta.charging.rules.FairUse;
import com.asta.charging.rules.Holidays;
import com.asta.charging.rules.OnHolidays;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.Rater;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.Rounding;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Step;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.Tier;
import com.asta.charging.rules.Tiering;
import com.asta.charging.rules.Tiers;
import com.asta.charging.rules.TimeBand;
import com.asta.charging.rules.UsageEvent;
import com.asta.charging.rules.Zone;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Rates calls, messages and data of a year under four tariffs in turn: steps; bands with holidays;
 * allowances that roll over and tiers; discounts and fair use. Each has 200 zones of 8 prefixes.
 */
@State(Scope.Thread)
public class RatingSpeed {
  private static final int EVENTS = 4_096;
  private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

  private final CompiledTariff[] tariffs = new CompiledTariff[4];
  private final UsageEvent[] events = new UsageEvent[EVENTS];
  private int next;

  /** Makes the tariffs and the events, always the same. */
  @Setup
  public void make() {
    Random random = new Random(42);
    List<Zone> zones = zones(random);
    TariffContent steps = steps(zones);
    TariffContent[] contents = {steps, banded(steps), counted(steps), discounted(steps)};
    for (int i = 0; i < tariffs.length; i++) {
      tariffs[i] = new CompiledTariff(i, "T" + i, 1, contents[i], OperatorZone.ID);
    }
    for (int i = 0; i < EVENTS; i++) {
      events[i] = event(random, zones);
    }
  }

  /** One rating with its explanation. */
  @Benchmark
  public Rating rate() {
    int i = next++ & EVENTS - 1;
    UsageEvent event = events[i];
    return Rater.rate(tariffs[i & 3], event, id -> event.units() % 5_000);
  }

  private static UsageEvent event(Random random, List<Zone> zones) {
    int kind = random.nextInt(10);
    ServiceKind service =
        kind < 6 ? ServiceKind.VOICE : kind < 8 ? ServiceKind.MESSAGE : ServiceKind.DATA;
    Zone zone = zones.get(random.nextInt(zones.size()));
    String prefix = zone.prefixes().get(random.nextInt(zone.prefixes().size()));
    String number = prefix + (100_000_000_000L + random.nextInt(1_000_000_000));
    long units =
        switch (service) {
          case VOICE -> 1 + random.nextInt(900);
          case MESSAGE -> 1;
          default -> 1 + random.nextInt(500_000_000);
        };
    return new UsageEvent(
        service,
        YEAR.plusDays(random.nextInt(365))
            .atStartOfDay(OperatorZone.ID)
            .toInstant()
            .plusSeconds(random.nextInt(86_400)),
        service == ServiceKind.DATA ? null : number.substring(0, 12),
        units,
        YEAR);
  }

  private static List<Zone> zones(Random random) {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<String> prefixes = new ArrayList<>();
      for (int n = 0; n < 8; n++) {
        prefixes.add(String.valueOf(100 + i) + (n == 0 ? "" : String.valueOf(random.nextInt(999))));
      }
      zones.add(new Zone("Z" + i, null, null, prefixes.stream().distinct().toList()));
    }
    return zones;
  }

  private static TariffContent steps(List<Zone> zones) {
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      String zone = zones.get(i).code();
      BigDecimal fee = new BigDecimal(i % 3 == 0 ? "0.10" : "0");
      BigDecimal price = BigDecimal.valueOf(9 + i, 2);
      rates.add(rate("C" + i, ServiceKind.VOICE, zone, null, fee, step(0, price, 60, 1)));
      rates.add(rate("M" + i, ServiceKind.MESSAGE, zone, null, fee, step(0, price, 1, 1)));
    }
    Step megabyte = step(0, new BigDecimal("0.02"), 1_048_576, 1_024);
    rates.add(rate("D", ServiceKind.DATA, null, null, BigDecimal.ZERO, megabyte));
    return new TariffContent(
        "PLN", new Rounding(4, RoundingMode.HALF_UP), zones, List.of(), rates, List.of());
  }

  private static TariffContent banded(TariffContent plain) {
    TimeBand evening =
        new TimeBand(
            "EVENING",
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(18, 0),
            LocalTime.MIDNIGHT,
            OnHolidays.EXCLUDED);
    TimeBand free =
        new TimeBand(
            "FREE",
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            LocalTime.MIN,
            LocalTime.MIDNIGHT,
            OnHolidays.INCLUDED);
    List<Rate> rates = new ArrayList<>(plain.rates());
    for (int i = 0; i < plain.zones().size(); i++) {
      String zone = plain.zones().get(i).code();
      BigDecimal price = BigDecimal.valueOf(5 + i, 2);
      Step minute = step(0, price, 60, 60);
      Step second = step(60, price, 60, 1);
      rates.add(rate("E" + i, ServiceKind.VOICE, zone, "EVENING", BigDecimal.ZERO, minute, second));
      rates.add(rate("F" + i, ServiceKind.VOICE, zone, "FREE", BigDecimal.ZERO, minute));
    }
    return plain.withBands(List.of(evening, free)).withHolidays(Holidays.POLAND).withRates(rates);
  }

  private static TariffContent counted(TariffContent plain) {
    Allowance minutes =
        new Allowance(
            "MIN", null, null, ServiceKind.VOICE, Set.of(), 6_000, 1, null, 2, null, null);
    Allowance texts = new Allowance("SMS", null, null, ServiceKind.MESSAGE, Set.of(), 100, 1);
    Tiers tiers =
        new Tiers(
            Tiering.GRADUATED,
            List.of(new Tier(1_000, BigDecimal.ZERO), new Tier(1, new BigDecimal("0.0001"))));
    List<Rate> rates = new ArrayList<>(plain.rates());
    rates.removeIf(rate -> rate.service() == ServiceKind.DATA);
    rates.add(
        new Rate(
            "D", ServiceKind.DATA, null, null, null, null, null, null, tiers, null, null, null));
    return plain.withRates(rates).withAllowances(List.of(minutes, texts));
  }

  private static TariffContent discounted(TariffContent plain) {
    Discount discount =
        new Discount(
            "LOYAL",
            null,
            null,
            ServiceKind.VOICE,
            Set.of(),
            CounterPeriod.MONTH,
            Discount.Counted.UNITS,
            List.of(
                new Discount.Level(100, BigDecimal.valueOf(5)),
                new Discount.Level(3_000, BigDecimal.TEN)));
    FairUse fair =
        new FairUse(
            "FAIR",
            null,
            null,
            ServiceKind.DATA,
            Set.of(),
            CounterPeriod.MONTH,
            250_000_000,
            step(0, new BigDecimal("0.05"), 1_048_576, 1_048_576));
    return plain.withDiscounts(List.of(discount)).withFairUses(List.of(fair));
  }

  private static Rate rate(
      String code, ServiceKind service, String zone, String band, BigDecimal fee, Step... steps) {
    return new Rate(
        code, service, zone, band, null, null, fee, List.of(steps), null, null, null, null);
  }

  private static Step step(long start, BigDecimal price, long per, long increment) {
    return new Step(start, price, per, increment);
  }
}
