package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.service.DunningTotal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A level of the ladder as a line of a table, with its accounts by class.
 *
 * @param action what is done there; null for accounts that got no letter yet
 */
public record LadderLine(
    int level, String action, Map<CustomerClass, Long> accounts, Money overdue) {
  private record Key(int level, String action, String currency) {}

  /** Lines of totals, in the order of the totals; amounts of different currencies stay apart. */
  static List<LadderLine> of(List<DunningTotal> totals) {
    Map<Key, List<DunningTotal>> grouped = new LinkedHashMap<>();
    for (DunningTotal each : totals) {
      grouped
          .computeIfAbsent(
              new Key(each.level(), each.action(), each.overdue().currency()),
              key -> new ArrayList<>())
          .add(each);
    }
    List<LadderLine> lines = new ArrayList<>();
    grouped.forEach(
        (key, parts) -> {
          Map<CustomerClass, Long> accounts = new EnumMap<>(CustomerClass.class);
          for (CustomerClass each : CustomerClass.values()) {
            accounts.put(each, 0L);
          }
          Money overdue = Money.zero(key.currency());
          for (DunningTotal part : parts) {
            accounts.merge(part.customerClass(), part.accounts(), Long::sum);
            overdue = overdue.plus(part.overdue());
          }
          lines.add(new LadderLine(key.level(), key.action(), accounts, overdue));
        });
    return lines;
  }

  /** Accounts of all classes. */
  public long all() {
    return accounts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The colour of its bar and of its tile. */
  String colour() {
    if (action == null) {
      return "#7986cb";
    }
    return switch (action) {
      case "CLOSE" -> "#5c8f6b";
      case "LETTER", "SKIP" -> "#e0a030";
      case "FEE" -> "#d9772b";
      case "BAR" -> "#c0392b";
      default -> "#8e3b5e";
    };
  }
}
