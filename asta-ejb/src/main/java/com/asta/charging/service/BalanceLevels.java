package com.asta.charging.service;

import com.asta.charging.event.BalanceThresholdCrossed;
import com.asta.charging.event.BalanceThresholdCrossed.Direction;
import com.asta.charging.rules.Balance;
import com.asta.charging.rules.Levels;
import com.asta.charging.rules.Levels.Crossed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The levels whose crossing is told, by tariff and currency; immutable. */
final class BalanceLevels {
  /** A level that is stored; without a tariff code it is for all. */
  record Level(String tariffCode, String currency, BigDecimal amount) {}

  private record For(String tariffCode, String currency) {}

  private final List<Level> all;
  private final Map<For, Levels> known = new HashMap<>();

  BalanceLevels(List<Level> all) {
    this.all = all;
  }

  /** What a change of a balance crossed. */
  List<BalanceThresholdCrossed> crossed(
      LaneAccount account, Balance before, Balance after, Instant now) {
    if (all.isEmpty() && account.warnBelow() == null) {
      return List.of();
    }
    Levels levels =
        account.warnBelow() == null ? of(account) : new Levels(List.of(account.warnBelow()));
    BigDecimal left = after.amount().add(account.credit());
    List<BalanceThresholdCrossed> events = new ArrayList<>();
    for (Crossed crossed : levels.crossed(before.amount().add(account.credit()), left)) {
      events.add(
          new BalanceThresholdCrossed(
              account.accountId(),
              account.id(),
              account.subscriptionId(),
              account.serviceId(),
              crossed.level(),
              left,
              account.currency(),
              crossed.down() ? Direction.DOWN : Direction.UP,
              now));
    }
    return events;
  }

  private synchronized Levels of(LaneAccount account) {
    return known.computeIfAbsent(new For(account.tariffCode(), account.currency()), this::levels);
  }

  private Levels levels(For wanted) {
    return new Levels(
        all.stream()
            .filter(level -> level.currency().equals(wanted.currency()))
            .filter(
                level ->
                    level.tariffCode() == null || level.tariffCode().equals(wanted.tariffCode()))
            .map(Level::amount)
            .toList());
  }
}
