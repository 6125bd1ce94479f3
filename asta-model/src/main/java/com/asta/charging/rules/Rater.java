package com.asta.charging.rules;

import com.asta.charging.rules.PricedRate.PricedStep;
import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.rules.Rating.Unratable;
import com.asta.charging.rules.Rating.Unrated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices one event: zone → fair use → allowances → connect fee → steps by band of hours, or tiers →
 * units beyond fair use → discounts → limits → rounding.
 *
 * <p>Amounts are net and exact up to 12 decimals. What an allowance covers are the first units of
 * the event; steps and bands go on from there. A started increment belongs to the band and the step
 * in which it starts. Runs of increments of one step and band are priced together.
 */
public final class Rater {
  private static final int RATED_SCALE = 12;
  private static final int PERCENT_SCALE = 2;

  /** A call this long goes on in the band it has reached: more than a year of bands. */
  private static final int MOST_BAND_CHANGES = 2_000;

  private final CompiledTariff tariff;
  private final UsageEvent event;
  private final Counters counters;
  private final Scheme scheme;
  private final Rounding.Level level;
  private final LocalDate day;
  private final List<PricePart> parts = new ArrayList<>(4);
  private List<CounterUse> uses = List.of();
  private List<Crossing> crossed = List.of();
  private List<Threshold> thresholds = List.of();
  private BigDecimal amount = BigDecimal.ZERO;
  private long position;

  /** Where in the event a price beyond fair use begins. */
  private record Threshold(long at, FairUse rule) {}

  /** Increments of one step in one band, as they add up. */
  private static final class Run {
    private final PricedStep step;
    private final String band;
    private final long from;
    private long increments;

    Run(PricedStep step, String band, long from) {
      this.step = step;
      this.band = band;
      this.from = from;
    }
  }

  private Rater(CompiledTariff tariff, UsageEvent event, Counters counters, Scheme scheme) {
    this.tariff = tariff;
    this.event = event;
    this.counters = counters;
    this.scheme = scheme;
    this.level = tariff.content().rounding().level();
    this.day = scheme.counts() ? tariff.dayOf(event.at()) : null;
  }

  /**
   * Prices an event under a tariff.
   *
   * @param counters what the subscription has used before this event; asked for no other counters
   *     than {@link CompiledTariff#counterIds} lists
   */
  public static Rating rate(CompiledTariff tariff, UsageEvent event, Counters counters) {
    return rate(tariff, event, counters, 0);
  }

  /**
   * As {@link #rate(CompiledTariff, UsageEvent, Counters)}, of an event that buckets pay a part of.
   *
   * @param paidUnits units that buckets can pay for; they come after the tariff's allowances, and
   *     of them only what is needed is used ({@link Rated#paidUnits})
   */
  public static Rating rate(
      CompiledTariff tariff, UsageEvent event, Counters counters, long paidUnits) {
    int found = tariff.lookup(event.destination());
    int zone = PrefixTable.value(found);
    Scheme scheme = tariff.scheme(event.service(), zone);
    PricedRate first = scheme == null ? null : scheme.schedule().at(event.at().getEpochSecond());
    if (first == null) {
      return unrated(event);
    }
    Rater rater = new Rater(tariff, event, counters, scheme);
    if (!rater.price(first.rate(), paidUnits)) {
      return unrated(event);
    }
    String prefix = found == PrefixTable.NONE ? "" : PrefixTable.prefix(event.destination(), found);
    String name = zone < 0 ? "" : tariff.content().zones().get(zone).code();
    Explanation explanation = new Explanation(name, prefix, rater.parts);
    return new Rated(first.rate(), rater.amount, rater.uses, rater.crossed, explanation);
  }

  private static Unrated unrated(UsageEvent event) {
    return event.destination() == null
        ? new Unrated(Unratable.UNRATED_SERVICE, event.service().name())
        : new Unrated(Unratable.UNRATED_DESTINATION, event.destination());
  }

  /** Prices the event; false if some of its hours have no rate. */
  private boolean price(Rate first, long paidUnits) {
    long fair = scheme.fairUses().isEmpty() ? event.units() : fairUnits();
    long covered = scheme.allowances().isEmpty() ? 0 : allowances(fair);
    long paid = Math.min(paidUnits, event.units() - covered);
    if (paid > 0) {
      parts.add(new PricePart.Paid(paid));
      covered += paid;
    }
    if (covered == 0 && first.connectFee().signum() > 0) {
      add(new PricePart.Connected(first.connectFee()), first.connectFee());
    }
    if (covered < event.units()) {
      position = covered;
      if (!usual(fair)) {
        return false;
      }
      beyond();
    }
    if (!scheme.discounts().isEmpty()) {
      discounts();
    }
    if (covered < event.units()) {
      limits(first);
    }
    round(level == Rounding.Level.EVENT ? tariff.content().rounding() : Rounding.NONE);
    return true;
  }

  /** Units of the event before any price beyond fair use; notes thresholds on the way. */
  private long fairUnits() {
    for (FairUse rule : scheme.fairUses()) {
      CounterId id = new CounterId(rule.code(), rule.period().startOf(day));
      long used = used(id);
      count(id, event.units());
      long left = Math.max(0, rule.threshold() - used);
      if (left > 0 && left <= event.units()) {
        crossed = with(crossed, new Crossing(id, rule.threshold()));
      }
      if (rule.beyond() != null && left < event.units()) {
        int at = thresholds.size();
        while (at > 0 && thresholds.get(at - 1).at() > left) {
          at--;
        }
        thresholds = new ArrayList<>(thresholds);
        thresholds.add(at, new Threshold(left, rule));
      }
    }
    return thresholds.isEmpty() ? event.units() : thresholds.get(0).at();
  }

  private long allowances(long fair) {
    long covered = 0;
    for (Allowance allowance : scheme.allowances()) {
      if (covered < fair) {
        for (CounterId grant : allowance.grants(day, event.subscribedOn())) {
          covered += draw(allowance, grant, fair - covered);
        }
      }
    }
    return covered;
  }

  private long draw(Allowance allowance, CounterId grant, long wanted) {
    long left = allowance.units() - used(grant);
    long units = allowance.covered(wanted, left);
    if (units > 0) {
      long taken = allowance.taken(units, left);
      count(grant, taken);
      boolean current = grant.periodStart().equals(allowance.period().startOf(day));
      LocalDate granted = current ? null : grant.periodStart();
      parts.add(new PricePart.Included(allowance.code(), taken, granted));
    }
    return units;
  }

  /** The units up to {@code fair} by the rates of their hours; false if some hours have none. */
  private boolean usual(long fair) {
    RateSchedule schedule = scheme.schedule();
    boolean splits = schedule.hasBands() && event.service() == ServiceKind.VOICE;
    long begin = event.at().getEpochSecond();
    List<Run> runs = new ArrayList<>(2);
    for (int changes = 0; position < fair; changes++) {
      PricedRate rate = schedule.at(splits ? begin + position : begin);
      if (rate == null) {
        return false;
      }
      long end = fair;
      if (splits && changes < MOST_BAND_CHANGES) {
        end = Math.min(fair, schedule.changesAt(begin + position) - begin);
      }
      if (rate.rate().tiers() == null) {
        run(rate, end, runs);
      } else {
        tiered(rate.rate(), end - position);
        position = end;
      }
    }
    runs.forEach(this::close);
    return true;
  }

  private void run(PricedRate rate, long end, List<Run> runs) {
    while (position < end) {
      PricedStep step = rate.step(position);
      long increment = step.step().increment();
      long increments = step.step().started(Math.min(end, step.end()) - position);
      open(step, rate.band(), runs).increments += increments;
      advance(increments * increment);
    }
  }

  private void advance(long units) {
    position = position + units < position ? Long.MAX_VALUE : position + units;
  }

  private Run open(PricedStep step, String band, List<Run> runs) {
    for (Run run : runs) {
      if (run.step == step) {
        return run;
      }
    }
    Run run = new Run(step, band, position);
    runs.add(run);
    return run;
  }

  private void close(Run run) {
    Step step = run.step.step();
    BigDecimal price = run.step.price(run.increments);
    PricePart part =
        new PricePart.Stepped(
            run.from, run.increments, step.increment(), step.price(), step.per(), run.band);
    BigDecimal rounded = run.step.roundedPrice(run.increments);
    if (rounded == null) {
      add(part, price);
    } else {
      parts.add(part);
      amount = amount.add(rounded);
      difference(rounded.subtract(price), tariff.content().rounding());
    }
  }

  private void tiered(Rate rate, long units) {
    CounterId id = new CounterId(rate.code(), rate.tiers().period().startOf(day));
    long before = used(id);
    BigDecimal price = rate.tiers().price(before, units);
    count(id, units);
    add(new PricePart.Tiered(rate.tiers().method(), before, units, price, rate.code()), price);
  }

  /** The units after thresholds of fair use, each at the price of the threshold before it. */
  private void beyond() {
    for (int i = 0; i < thresholds.size(); i++) {
      FairUse rule = thresholds.get(i).rule();
      long end = i + 1 < thresholds.size() ? thresholds.get(i + 1).at() : event.units();
      if (position < end) {
        Step step = rule.beyond();
        long increments = step.started(end - position);
        add(
            new PricePart.Beyond(
                rule.code(), position, increments, step.increment(), step.price(), step.per()),
            step.price(increments));
        advance(increments * step.increment());
      }
    }
  }

  private void discounts() {
    for (Discount discount : scheme.discounts()) {
      CounterId id = new CounterId(discount.code(), discount.period().startOf(day));
      long before = used(id);
      count(id, discount.count(event.units()));
      BigDecimal percent = discount.percent(before);
      BigDecimal off =
          amount
              .multiply(percent)
              .movePointLeft(PERCENT_SCALE)
              .setScale(RATED_SCALE, RoundingMode.HALF_UP);
      if (off.signum() != 0) {
        BigDecimal given = Step.plain(off).negate();
        add(new PricePart.Discounted(discount.code(), percent, before, given), given);
      }
    }
  }

  private void limits(Rate rate) {
    if (rate.minimum() != null && amount.compareTo(rate.minimum()) < 0) {
      parts.add(new PricePart.Raised(rate.minimum()));
      amount = rate.minimum();
    } else if (rate.maximum() != null && amount.compareTo(rate.maximum()) > 0) {
      parts.add(new PricePart.Capped(rate.maximum()));
      amount = rate.maximum();
    }
  }

  /** Adds a part to the price, rounded by itself if the tariff says so. */
  private void add(PricePart part, BigDecimal price) {
    parts.add(part);
    BigDecimal counted = price;
    if (level != Rounding.Level.EVENT) {
      counted = tariff.content().rounding().apply(price);
      difference(counted.subtract(price), tariff.content().rounding());
    }
    amount = amount.signum() == 0 ? counted : amount.add(counted);
  }

  private void round(Rounding rounding) {
    BigDecimal rounded = rounding.apply(amount);
    if (rounded != amount) {
      difference(rounded.subtract(amount), rounding);
      amount = rounded;
    }
  }

  private void difference(BigDecimal difference, Rounding rounding) {
    if (difference.signum() != 0) {
      parts.add(new PricePart.Rounded(rounding.scale(), rounding.mode(), difference));
    }
  }

  /** Units of a counter before this moment of the event. */
  private long used(CounterId id) {
    for (CounterUse use : uses) {
      if (use.id().equals(id)) {
        return counters.used(id) + use.units();
      }
    }
    return counters.used(id);
  }

  private void count(CounterId id, long units) {
    if (uses.isEmpty()) {
      uses = new ArrayList<>(2);
    }
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).id().equals(id)) {
        uses.set(i, new CounterUse(id, uses.get(i).units() + units));
        return;
      }
    }
    uses.add(new CounterUse(id, units));
  }

  private static List<Crossing> with(List<Crossing> some, Crossing one) {
    List<Crossing> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }
}
