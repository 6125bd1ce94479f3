package com.asta.charging.rules;

import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Prices a unit at a time, straight from what the tariff says: slow, and so plain that it is right.
 * Each unit that begins an increment pays for it; what no increment of before covers begins one.
 */
final class NaiveRater {
  /** What the event costs, and what it adds to each counter. */
  record Priced(BigDecimal amount, Map<CounterId, Long> added) {}

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TariffContent content;
  private final UsageEvent event;
  private final Counters counters;
  private final Map<CounterId, Long> added = new HashMap<>();
  private final Map<Object, BigDecimal> sums = new IdentityHashMap<>();
  private final LocalDate day;
  private final String zone;

  private NaiveRater(TariffContent content, UsageEvent event, Counters counters) {
    this.content = content;
    this.event = event;
    this.counters = counters;
    this.day = OperatorZone.dayOf(event.at());
    this.zone = zoneOf();
  }

  /** The price, or null when there is none. */
  static Priced rate(TariffContent content, UsageEvent event, Counters counters) {
    return new NaiveRater(content, event, counters).price();
  }

  private Priced price() {
    Rate first = rateAt(event.at());
    if (first == null) {
      return null;
    }
    long paidUntil = 0;
    boolean connected = true;
    boolean charged = false;
    long[] fairUsed = fairUsed();
    Map<CounterId, Long> overhang = new HashMap<>();
    for (long unit = 0; unit < event.units(); unit++) {
      FairUse beyond = beyond(fairUsed, unit);
      if (!charged && beyond == null && drawn(overhang)) {
        connected = false;
        paidUntil = unit + 1;
        continue;
      }
      charged = true;
      boolean splits = event.service() == ServiceKind.VOICE;
      Rate rate = rateAt(splits ? event.at().plusSeconds(unit) : event.at());
      if (beyond == null && rate == null) {
        return null;
      }
      if (beyond == null && rate.tiers() != null) {
        if (unit >= paidUntil) {
          tier(rate);
          paidUntil = unit + 1;
        }
      } else if (unit >= paidUntil) {
        Step step = beyond == null ? stepAt(rate, unit) : beyond.beyond();
        sums.merge(step, BigDecimal.valueOf(step.increment()), BigDecimal::add);
        paidUntil = unit + step.increment();
      }
    }
    return new Priced(total(first, connected, charged), added);
  }

  private BigDecimal total(Rate first, boolean connected, boolean charged) {
    BigDecimal sum = connected ? first.connectFee() : BigDecimal.ZERO;
    for (Map.Entry<Object, BigDecimal> each : sums.entrySet()) {
      sum =
          sum.add(
              each.getKey() instanceof Step step
                  ? step.price()
                      .multiply(each.getValue())
                      .divide(BigDecimal.valueOf(step.per()), 12, RoundingMode.HALF_UP)
                  : each.getValue());
    }
    for (Discount discount : content.discounts()) {
      if (discount.covers(event.service(), zone)) {
        CounterId id = new CounterId(discount.code(), discount.period().startOf(day));
        BigDecimal percent = discount.percent(counters.used(id));
        BigDecimal off = sum.multiply(percent).divide(HUNDRED, 12, RoundingMode.HALF_UP);
        sum = sum.subtract(off);
        added.merge(id, discount.count(event.units()), Long::sum);
      }
    }
    if (charged && first.minimum() != null) {
      sum = sum.max(first.minimum());
    }
    if (charged && first.maximum() != null) {
      sum = sum.min(first.maximum());
    }
    return sum.setScale(content.rounding().scale(), content.rounding().mode());
  }

  private void tier(Rate rate) {
    CounterId id = new CounterId(rate.code(), rate.tiers().period().startOf(day));
    long before = counters.used(id) + added.getOrDefault(id, 0L);
    BigDecimal more = rate.tiers().price(before + 1).subtract(rate.tiers().price(before));
    sums.merge(rate, more, BigDecimal::add);
    added.merge(id, 1L, Long::sum);
  }

  /** Takes one unit from the first allowance that has one; increments are taken in advance. */
  private boolean drawn(Map<CounterId, Long> overhang) {
    for (Allowance allowance : content.allowances()) {
      if (allowance.covers(event.service(), zone)) {
        for (CounterId grant : allowance.grants(day, event.subscribedOn())) {
          long advance = overhang.getOrDefault(grant, 0L);
          long left = allowance.units() - counters.used(grant) - added.getOrDefault(grant, 0L);
          if (advance > 0 || left > 0) {
            long taken = advance > 0 ? 0 : Math.min(allowance.increment(), left);
            added.merge(grant, taken, Long::sum);
            overhang.put(grant, advance + taken - 1);
            return true;
          }
        }
      }
    }
    return false;
  }

  private long[] fairUsed() {
    long[] used = new long[content.fairUses().size()];
    for (int i = 0; i < used.length; i++) {
      FairUse rule = content.fairUses().get(i);
      CounterId id = new CounterId(rule.code(), rule.period().startOf(day));
      used[i] = counters.used(id);
      if (rule.covers(event.service(), zone)) {
        added.merge(id, event.units(), Long::sum);
      }
    }
    return used;
  }

  /** The rule whose threshold was passed last before a unit, or null. */
  private FairUse beyond(long[] used, long unit) {
    FairUse last = null;
    long passed = -1;
    for (int i = 0; i < used.length; i++) {
      FairUse rule = content.fairUses().get(i);
      long at = Math.max(0, rule.threshold() - used[i]);
      if (rule.covers(event.service(), zone) && rule.beyond() != null && unit >= at) {
        if (at >= passed) {
          last = rule;
          passed = at;
        }
      }
    }
    return last;
  }

  private static Step stepAt(Rate rate, long unit) {
    return rate.steps().stream().filter(s -> s.start() <= unit).reduce((a, b) -> b).orElseThrow();
  }

  private Rate rateAt(Instant at) {
    ZonedDateTime local = at.atZone(OperatorZone.ID);
    boolean holiday = content.holidays().contains(local.toLocalDate());
    boolean own = content.rates().stream().anyMatch(r -> applies(r, zone));
    Rate plain = null;
    for (TimeBand band : content.bands()) {
      int second = local.toLocalTime().toSecondOfDay();
      boolean now =
          band.holdsOn(local.getDayOfWeek(), holiday)
              && band.fromSecond() <= second
              && second < band.toSecond();
      for (Rate rate : content.rates()) {
        if (now && applies(rate, own ? zone : null) && band.code().equals(rate.band())) {
          return rate;
        }
      }
    }
    for (Rate rate : content.rates()) {
      if (plain == null && applies(rate, own ? zone : null) && rate.band() == null) {
        plain = rate;
      }
    }
    return plain;
  }

  private boolean applies(Rate rate, String name) {
    return rate.service() == event.service() && java.util.Objects.equals(rate.zone(), name);
  }

  private String zoneOf() {
    String best = null;
    int length = 0;
    for (Zone each : content.zones()) {
      for (String prefix : each.prefixes()) {
        boolean matches = event.destination() != null && event.destination().startsWith(prefix);
        if (matches && prefix.length() > length) {
          best = each.code();
          length = prefix.length();
        }
      }
    }
    return best;
  }
}
