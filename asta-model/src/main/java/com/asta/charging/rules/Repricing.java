package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Prices stored events anew, as if they came for the first time.
 *
 * <p>First everything that the events had added to counters is taken back; then they are rated in
 * their order, each on the counters that those before it left. An event that has no price under its
 * new tariff stays as it was.
 */
public final class Repricing {
  /** A counter of one subscription. */
  public record Counter(long subscriptionId, CounterId id) {}

  /**
   * An event as it was rated.
   *
   * @param chargeCode charge code under which it was totalled
   */
  public record Stored(
      long subscriptionId,
      UsageEvent event,
      CompiledTariff tariff,
      String chargeCode,
      BigDecimal rated,
      Explanation explanation) {}

  /**
   * An event with what became of it.
   *
   * @param tariff the tariff that prices it now; that of before when nothing else does
   * @param rating the new price; null when the event stays as it was
   */
  public record Repriced(Stored stored, CompiledTariff tariff, Rating.Rated rating) {
    /** Whether no price was found, so that the event stays as it was. */
    public boolean isUnrated() {
      return rating == null;
    }

    /** The price now. */
    public BigDecimal amount() {
      return rating == null ? stored.rated() : rating.amount();
    }

    /** Whether price, tariff version, charge code or explanation differ. */
    public boolean isChanged() {
      return rating != null
          && (tariff.versionId() != stored.tariff().versionId()
              || rating.amount().compareTo(stored.rated()) != 0
              || !rating.rate().code().equals(stored.chargeCode())
              || !rating.explanation().equals(stored.explanation()));
    }
  }

  /**
   * Events in their order, and what counters gain or lose by them.
   *
   * @param changes without those that stay as they were
   */
  public record Outcome(List<Repriced> events, Map<Counter, Long> changes) {}

  private final Function<Stored, CompiledTariff> tariffs;
  private final Map<Counter, Long> counters;
  private final Map<Counter, Long> changes = new HashMap<>();

  private Repricing(Function<Stored, CompiledTariff> tariffs, Map<Counter, Long> counters) {
    this.tariffs = tariffs;
    this.counters = counters;
  }

  /**
   * Prices events anew.
   *
   * @param inOrder all events of some subscriptions in some time, in the order of time
   * @param tariffs the tariff that prices an event now; null for none
   * @param counters the counters as they stand, these events included
   */
  public static Outcome of(
      List<Stored> inOrder, Function<Stored, CompiledTariff> tariffs, Map<Counter, Long> counters) {
    Repricing repricing = new Repricing(tariffs, counters);
    inOrder.forEach(stored -> repricing.count(stored, -1));
    List<Repriced> events = new ArrayList<>(inOrder.size());
    inOrder.forEach(stored -> events.add(repricing.price(stored)));
    repricing.changes.values().removeIf(change -> change == 0);
    return new Outcome(events, repricing.changes);
  }

  private Repriced price(Stored stored) {
    CompiledTariff tariff = tariffs.apply(stored);
    boolean comparable = tariff != null && tariff.currency().equals(stored.tariff().currency());
    Rating rating = comparable ? Rater.rate(tariff, stored.event(), id -> used(stored, id)) : null;
    if (rating instanceof Rating.Rated rated) {
      rated.counters().forEach(use -> add(stored, use, 1));
      return new Repriced(stored, tariff, rated);
    }
    count(stored, 1);
    return new Repriced(stored, stored.tariff(), null);
  }

  private long used(Stored stored, CounterId id) {
    Counter counter = new Counter(stored.subscriptionId(), id);
    return Math.max(0, counters.getOrDefault(counter, 0L) + changes.getOrDefault(counter, 0L));
  }

  private void count(Stored stored, int sign) {
    stored
        .tariff()
        .counted(stored.event(), stored.chargeCode(), stored.explanation())
        .forEach(use -> add(stored, use, sign));
  }

  private void add(Stored stored, CounterUse use, int sign) {
    changes.merge(new Counter(stored.subscriptionId(), use.id()), sign * use.units(), Long::sum);
  }
}
