package com.asta.charging.rules;

import com.asta.charging.rules.Purse.Payment;
import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.rules.Rating.Unrated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides one step of a rating group in a session (RFC 8506, TS 32.296): lets go of what the last
 * quota held, charges what was used, holds what the next quota may cost.
 *
 * <p>The use of a group is priced as one whole: a step charges the price of all units so far less
 * what was charged before. What was used is charged in full, even when it was more than the quota
 * or than the balance. Of a quota only what can be paid for is granted.
 */
public final class SessionControl {
  /** Decimals of balances. */
  public static final int BALANCE_SCALE = 4;

  /**
   * A decided step.
   *
   * @param charged money charged by this step, from any source
   * @param paid where money and units were taken from
   * @param counted changes of the subscription's counters; negative ones return unused units
   * @param crossed thresholds of fair use that this step reached
   * @param last whether nothing can be granted after this quota
   * @param unrated why there is no price and hence no quota; null when there is one
   * @param rated price of all units so far; null when none was used
   */
  public record Step(
      SessionGroup after,
      Purse purse,
      BigDecimal charged,
      List<Draw> paid,
      List<CounterUse> counted,
      List<Crossing> crossed,
      boolean last,
      Unrated unrated,
      Rated rated) {
    /** Whether a quota was wanted but not even one unit can be paid for. */
    public boolean unpaid(long wanted) {
      return wanted > 0 && after.quota() == 0 && unrated == null;
    }
  }

  private final SessionGroup group;
  private final Instant now;
  private final Pricer pricer;
  private final Counters others;
  private final long used;
  private Purse purse;
  private Use use;
  private long paidUnits;
  private BigDecimal charged;
  private List<CounterUse> counters = List.of();
  private final List<Draw> paid = new ArrayList<>(1);
  private List<Draw> held = List.of();
  private List<Crossing> crossed = List.of();
  private Rated ratedUse;
  private Unrated unrated;
  private long quota;
  private boolean last;

  private SessionControl(
      SessionGroup group, long used, Purse purse, Counters counters, Instant now, Pricer pricer) {
    this.group = group;
    this.now = now;
    this.pricer = pricer;
    this.used = Math.addExact(group.used(), used);
    this.others = id -> counters.used(id) - units(group.counters(), id);
    this.purse = purse.release(group.held());
    this.paidUnits = group.paidUnits();
    this.charged = group.charged();
  }

  /**
   * Decides a step.
   *
   * @param used units reported by it
   * @param wanted units of the next quota; 0 for none
   * @param counters what the subscription has used so far, this group's own counts included
   */
  public static Step step(
      SessionGroup group,
      long used,
      long wanted,
      Purse purse,
      Counters counters,
      Instant now,
      Pricer pricer) {
    SessionControl control = new SessionControl(group, used, purse, counters, now, pricer);
    if (control.used + wanted > 0 && control.usable()) {
      control.charge(used > 0);
      control.grant(wanted);
    }
    return control.done();
  }

  /** Finds out what buckets see; false when there is no price. */
  private boolean usable() {
    Rating probe = pricer.price(1, 0, others);
    if (probe instanceof Unrated none) {
      unrated = none;
      return false;
    }
    use = Use.of((Rated) probe);
    return true;
  }

  private void charge(boolean reported) {
    if (used == 0) {
      return;
    }
    Rating rating = price(used, reported ? paidUnits + purse.units(use, now) : paidUnits);
    if (rating instanceof Unrated none) {
      unrated = none;
      return;
    }
    ratedUse = (Rated) rating;
    counters = ratedUse.counters();
    if (reported) {
      collect();
    }
  }

  private void collect() {
    crossed = ratedUse.crossed().stream().filter(one -> !group.told().contains(one)).toList();
    long fresh = ratedUse.paidUnits() - paidUnits;
    if (fresh > 0) {
      pay(purse.takeUnits(fresh, use, now));
      paidUnits += fresh;
    }
    BigDecimal due = balanceAmount(ratedUse).subtract(charged);
    if (due.signum() > 0) {
      pay(purse.take(due, use, now));
      charged = charged.add(due);
    }
  }

  private void pay(Payment payment) {
    purse = payment.after();
    paid.addAll(payment.draws());
  }

  private void grant(long wanted) {
    if (wanted == 0 || unrated != null) {
      return;
    }
    long units = paidUnits + purse.units(use, now);
    BigDecimal money = purse.spendable(use, now);
    quota = affordable(wanted, units, money);
    last = quota < wanted || !pays(used + quota + 1, units, money);
    if (quota > 0) {
      Rated rated = (Rated) price(used + quota, units);
      counters = rated.counters();
      hold(rated);
    } else if (price(used + 1, units) instanceof Unrated none) {
      unrated = none;
    }
  }

  /** The largest quota, up to the wanted one, that the money pays for. */
  private long affordable(long wanted, long units, BigDecimal money) {
    if (pays(used + wanted, units, money)) {
      return wanted;
    }
    long can = 0;
    long cannot = wanted;
    while (cannot - can > 1) {
      long middle = can + (cannot - can) / 2;
      if (pays(used + middle, units, money)) {
        can = middle;
      } else {
        cannot = middle;
      }
    }
    return can;
  }

  /** Whether the money pays for so many units in all; never for what has no price. */
  private boolean pays(long all, long units, BigDecimal money) {
    return price(all, units) instanceof Rated rated && cost(rated).compareTo(money) <= 0;
  }

  private void hold(Rated rated) {
    List<Draw> draws = new ArrayList<>(2);
    long fresh = rated.paidUnits() - paidUnits;
    if (fresh > 0) {
      Payment units = purse.holdUnits(fresh, use, now);
      purse = units.after();
      draws.addAll(units.draws());
    }
    BigDecimal cost = cost(rated);
    if (cost.signum() > 0) {
      Payment money = purse.hold(cost, use, now);
      purse = money.after();
      draws.addAll(money.draws());
    }
    held = draws;
  }

  private Rating price(long all, long units) {
    return pricer.price(all, units, others);
  }

  private BigDecimal cost(Rated rated) {
    return balanceAmount(rated).subtract(charged).max(BigDecimal.ZERO);
  }

  private Step done() {
    List<Crossing> told = new ArrayList<>(group.told());
    told.addAll(crossed);
    SessionGroup after =
        new SessionGroup(
            group.name(),
            group.service(),
            group.destination(),
            group.versionId(),
            group.since(),
            used,
            paidUnits,
            charged,
            quota,
            counters,
            held,
            told);
    return new Step(
        after,
        purse,
        charged.subtract(group.charged()),
        paid,
        changes(group.counters(), counters),
        crossed,
        last,
        unrated,
        ratedUse);
  }

  /** A rated amount as balances hold it. */
  public static BigDecimal balanceAmount(Rated rated) {
    return rated.amount().setScale(BALANCE_SCALE, RoundingMode.HALF_UP);
  }

  private static long units(List<CounterUse> uses, CounterId id) {
    for (CounterUse each : uses) {
      if (each.id().equals(id)) {
        return each.units();
      }
    }
    return 0;
  }

  private static List<CounterUse> changes(List<CounterUse> before, List<CounterUse> after) {
    if (before.isEmpty() && after.isEmpty()) {
      return List.of();
    }
    List<CounterUse> changes = new ArrayList<>();
    for (CounterUse use : after) {
      long change = use.units() - units(before, use.id());
      if (change != 0) {
        changes.add(new CounterUse(use.id(), change));
      }
    }
    for (CounterUse use : before) {
      if (units(after, use.id()) == 0 && use.units() != 0) {
        changes.add(new CounterUse(use.id(), -use.units()));
      }
    }
    return changes;
  }
}
