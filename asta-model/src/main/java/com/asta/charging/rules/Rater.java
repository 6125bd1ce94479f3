package com.asta.charging.rules;

import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.rules.Rating.Unratable;
import com.asta.charging.rules.Rating.Unrated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices one event: zone → allowance → connect fee → steps by band of hours, or tiers → limits →
 * rounding.
 *
 * <p>Amounts are net, exact up to 12 decimals and rounded once, as the tariff says. What an
 * allowance covers are the first units of the event; steps and bands go on from there.
 */
public final class Rater {
  private Rater() {}

  /**
   * Prices an event under a tariff.
   *
   * @param used units that the subscription has used before this event; asked for no other counters
   *     than {@link CompiledTariff#counterIds} lists
   */
  public static Rating rate(CompiledTariff tariff, UsageEvent event, Counters used) {
    Zone zone = tariff.zone(event.destination());
    BandedRates rates = tariff.rates(event.service(), zone);
    Rate first = rates == null ? null : rates.at(event.at());
    if (first == null) {
      return event.destination() == null
          ? new Unrated(Unratable.UNRATED_SERVICE, event.service().name())
          : new Unrated(Unratable.UNRATED_DESTINATION, event.destination());
    }
    List<PricePart> parts = new ArrayList<>(4);
    List<CounterUse> counters = new ArrayList<>(1);
    LocalDate day = tariff.dayOf(event.at());
    long covered = allowances(tariff.content(), event, day, zone, used, parts, counters);
    BigDecimal amount = BigDecimal.ZERO;
    if (covered == 0 && first.connectFee().signum() > 0) {
      amount = first.connectFee();
      parts.add(new PricePart.Connected(amount));
    }
    if (covered < event.units()) {
      amount =
          amount.add(
              first.tiers() == null
                  ? steps(rates, event, covered, parts)
                  : tiers(first, day, event.units() - covered, used, parts, counters));
      amount = limits(first, amount, parts);
    }
    amount = rounded(tariff.content().rounding(), amount, parts);
    Explanation explanation =
        new Explanation(zone == null ? "" : zone.code(), tariff.prefix(event.destination()), parts);
    return new Rated(first, amount, counters, List.of(), explanation);
  }

  private static long allowances(
      TariffContent content,
      UsageEvent event,
      LocalDate day,
      Zone zone,
      Counters used,
      List<PricePart> parts,
      List<CounterUse> counters) {
    long covered = 0;
    for (Allowance allowance : content.allowances()) {
      if (covered < event.units()
          && allowance.covers(event.service(), zone == null ? null : zone.code())) {
        for (CounterId grant : allowance.grants(day, event.subscribedOn())) {
          long left = allowance.units() - used.used(grant);
          long units = allowance.covered(event.units() - covered, left);
          if (units > 0) {
            long taken = allowance.taken(units, left);
            counters.add(new CounterUse(grant, taken));
            parts.add(new PricePart.Included(allowance.code(), taken));
            covered += units;
          }
        }
      }
    }
    return covered;
  }

  private static BigDecimal steps(
      BandedRates rates, UsageEvent event, long covered, List<PricePart> parts) {
    boolean splits = rates.hasBands() && event.service() == ServiceKind.VOICE;
    BigDecimal sum = BigDecimal.ZERO;
    long position = covered;
    while (position < event.units()) {
      Instant moment = splits ? event.at().plusSeconds(position) : event.at();
      Rate rate = rates.at(moment);
      long end = event.units();
      if (splits) {
        end = Math.min(end, position + rates.secondsUntilChange(moment));
      }
      int index = stepAt(rate.steps(), position);
      if (index + 1 < rate.steps().size()) {
        end = Math.min(end, rate.steps().get(index + 1).start());
      }
      Step step = rate.steps().get(index);
      long increments = step.started(end - position);
      sum = sum.add(step.price(increments));
      parts.add(
          new PricePart.Stepped(
              position,
              increments,
              step.increment(),
              step.price(),
              step.per(),
              rate.band() == null ? "" : rate.band()));
      position += increments * step.increment();
    }
    return sum;
  }

  private static int stepAt(List<Step> steps, long position) {
    int index = steps.size() - 1;
    while (index > 0 && steps.get(index).start() > position) {
      index--;
    }
    return index;
  }

  private static BigDecimal tiers(
      Rate rate,
      LocalDate day,
      long units,
      Counters used,
      List<PricePart> parts,
      List<CounterUse> counters) {
    CounterId id = new CounterId(rate.code(), rate.tiers().period().startOf(day));
    long before = used.used(id);
    BigDecimal amount = rate.tiers().price(before, units);
    counters.add(new CounterUse(id, units));
    parts.add(new PricePart.Tiered(rate.tiers().method(), before, units, amount));
    return amount;
  }

  private static BigDecimal limits(Rate rate, BigDecimal amount, List<PricePart> parts) {
    if (rate.minimum() != null && amount.compareTo(rate.minimum()) < 0) {
      parts.add(new PricePart.Raised(rate.minimum()));
      return rate.minimum();
    }
    if (rate.maximum() != null && amount.compareTo(rate.maximum()) > 0) {
      parts.add(new PricePart.Capped(rate.maximum()));
      return rate.maximum();
    }
    return amount;
  }

  private static BigDecimal rounded(Rounding rounding, BigDecimal amount, List<PricePart> parts) {
    BigDecimal rounded = rounding.apply(amount);
    BigDecimal difference = rounded.subtract(amount);
    if (difference.signum() != 0) {
      parts.add(new PricePart.Rounded(rounding.scale(), rounding.mode(), difference));
    }
    return rounded;
  }
}
