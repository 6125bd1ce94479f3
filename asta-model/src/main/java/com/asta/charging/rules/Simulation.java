package com.asta.charging.rules;

import com.asta.charging.rules.Rating.Rated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call, an event or a whole session would cost; charges nothing.
 *
 * <p>Uses of one service to one destination are one rating group, priced as the engine prices a
 * session: all units so far, from the group's first moment on, so that a connect fee is paid once
 * and steps go on. What one group counts is counted for the others.
 *
 * @param total of all groups that have a price
 */
public record Simulation(List<Group> groups, BigDecimal total) {
  /**
   * Use that is reported at once.
   *
   * @param afterSeconds seconds after the beginning at which this use began
   */
  public record Use(ServiceKind service, String destination, long afterSeconds, long units) {}

  /**
   * A rating group.
   *
   * @param rating price of all its units
   * @param steps what each of its uses added
   */
  public record Group(
      ServiceKind service,
      String destination,
      Instant since,
      long units,
      Rating rating,
      List<BigDecimal> steps) {
    public Group {
      steps = List.copyOf(steps);
    }

    /** The price; zero when there is none. */
    public BigDecimal amount() {
      return rating instanceof Rated rated ? rated.amount() : BigDecimal.ZERO;
    }

    private Group with(long more, Rating priced) {
      List<BigDecimal> all = new ArrayList<>(steps);
      Group next = new Group(service, destination, since, units + more, priced, all);
      all.add(next.amount().subtract(amount()));
      return new Group(service, destination, since, units + more, priced, all);
    }
  }

  private record Key(ServiceKind service, String destination) {}

  public Simulation {
    groups = List.copyOf(groups);
  }

  /**
   * Prices uses.
   *
   * @param used units of each counter, by its code, used before in the running period
   */
  public static Simulation run(
      CompiledTariff tariff,
      Instant at,
      LocalDate subscribedOn,
      List<Use> uses,
      Map<String, Long> used) {
    Map<Key, Group> groups = new LinkedHashMap<>();
    List<Use> inOrder = new ArrayList<>(uses);
    inOrder.sort(Comparator.comparingLong(Use::afterSeconds));
    for (Use use : inOrder) {
      Key key = new Key(use.service(), use.destination());
      Group group =
          groups.getOrDefault(
              key,
              new Group(
                  use.service(),
                  use.destination(),
                  at.plusSeconds(use.afterSeconds()),
                  0,
                  null,
                  List.of()));
      UsageEvent event =
          new UsageEvent(
              use.service(),
              group.since(),
              use.destination(),
              Math.addExact(group.units(), use.units()),
              subscribedOn);
      Counters counters = counters(tariff, event, used, groups, key);
      groups.put(key, group.with(use.units(), Rater.rate(tariff, event, counters)));
    }
    List<Group> all = List.copyOf(groups.values());
    return new Simulation(
        all, all.stream().map(Group::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Counters counters(
      CompiledTariff tariff,
      UsageEvent event,
      Map<String, Long> used,
      Map<Key, Group> groups,
      Key own) {
    Map<String, LocalDate> running = new HashMap<>();
    for (CounterId id : tariff.counterIds(event)) {
      running.merge(id.code(), id.periodStart(), (a, b) -> a.isAfter(b) ? a : b);
    }
    Map<CounterId, Long> counted = new HashMap<>();
    groups.forEach(
        (key, group) -> {
          if (!key.equals(own) && group.rating() instanceof Rated rated) {
            rated.counters().forEach(use -> counted.merge(use.id(), use.units(), Long::sum));
          }
        });
    return id ->
        counted.getOrDefault(id, 0L)
            + (id.periodStart().equals(running.get(id.code()))
                ? used.getOrDefault(id.code(), 0L)
                : 0L);
  }
}
