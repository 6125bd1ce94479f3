package com.asta.charging.rules;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which rate of one service and zone holds when: for each kind of day (weekday, holiday or not) the
 * seconds at which a rate begins. Bands that overlap count in the order of the tariff.
 */
final class RateSchedule {
  private static final int DAY_SECONDS = 86_400;
  private static final int WEEKDAYS = 7;

  /** 1 January 1970 was a Thursday. */
  private static final int EPOCH_WEEKDAY = 3;

  private final LocalClock clock;
  private final BitSet holidays;
  private final PricedRate plain;

  /** By kind of day: weekdays, then the same weekdays as holidays; null when no band counts. */
  private final int[][] begins;

  private final PricedRate[][] rates;

  RateSchedule(LocalClock clock, BitSet holidays, List<TimeBand> known, List<PricedRate> some) {
    this.clock = clock;
    this.holidays = holidays;
    List<PricedRate> banded = new ArrayList<>();
    List<TimeBand> bands = new ArrayList<>();
    PricedRate outside = null;
    for (PricedRate rate : some) {
      if (rate.rate().band() == null) {
        outside = outside == null ? rate : outside;
        continue;
      }
      for (TimeBand band : known) {
        if (band.code().equals(rate.rate().band())) {
          banded.add(rate);
          bands.add(band);
        }
      }
    }
    this.plain = outside;
    this.begins = banded.isEmpty() ? null : new int[2 * WEEKDAYS][];
    this.rates = banded.isEmpty() ? null : new PricedRate[2 * WEEKDAYS][];
    if (begins != null) {
      for (DayOfWeek day : DayOfWeek.values()) {
        fill(day, false, bands, banded);
        fill(day, true, bands, banded);
      }
    }
  }

  boolean hasBands() {
    return begins != null;
  }

  /** Whether some hours have no rate. */
  boolean hasGaps() {
    return plain == null
        && (rates == null
            || Arrays.stream(rates).flatMap(Arrays::stream).anyMatch(Objects::isNull));
  }

  /** The rate at a second, or null. */
  PricedRate at(long second) {
    if (begins == null) {
      return plain;
    }
    long local = clock.local(clock.stretch(second), second);
    int kind = kind(LocalClock.epochDay(local));
    return rates[kind][slot(begins[kind], LocalClock.secondOfDay(local))];
  }

  /**
   * The second at which another rate may hold; a change of the clocks or midnight at the latest.
   */
  long changesAt(long second) {
    int stretch = clock.stretch(second);
    long local = clock.local(stretch, second);
    int now = LocalClock.secondOfDay(local);
    int[] day = begins[kind(LocalClock.epochDay(local))];
    int slot = slot(day, now);
    int next = slot + 1 < day.length ? day[slot + 1] : DAY_SECONDS;
    return Math.min(second + next - now, clock.end(stretch));
  }

  private int kind(long epochDay) {
    int weekday = (int) Math.floorMod(epochDay + EPOCH_WEEKDAY, (long) WEEKDAYS);
    boolean holiday = epochDay >= 0 && holidays.get((int) epochDay);
    return holiday ? WEEKDAYS + weekday : weekday;
  }

  private static int slot(int[] begins, int second) {
    int slot = begins.length - 1;
    while (begins[slot] > second) {
      slot--;
    }
    return slot;
  }

  private void fill(DayOfWeek day, boolean holiday, List<TimeBand> bands, List<PricedRate> banded) {
    List<Integer> cuts = new ArrayList<>(List.of(0));
    for (TimeBand band : bands) {
      if (band.holdsOn(day, holiday)) {
        cuts.add(band.fromSecond());
        cuts.add(band.toSecond());
      }
    }
    List<Integer> starts = new ArrayList<>();
    List<PricedRate> held = new ArrayList<>();
    for (int cut : cuts.stream().distinct().sorted(Comparator.naturalOrder()).toList()) {
      PricedRate rate = plain;
      for (int i = bands.size() - 1; i >= 0; i--) {
        TimeBand band = bands.get(i);
        boolean inside = band.fromSecond() <= cut && cut < band.toSecond();
        rate = inside && band.holdsOn(day, holiday) ? banded.get(i) : rate;
      }
      if (cut < DAY_SECONDS && (held.isEmpty() || held.get(held.size() - 1) != rate)) {
        starts.add(cut);
        held.add(rate);
      }
    }
    int kind = (holiday ? WEEKDAYS : 0) + day.ordinal();
    begins[kind] = starts.stream().mapToInt(Integer::intValue).toArray();
    rates[kind] = held.toArray(new PricedRate[0]);
  }
}
