package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The usage a bill takes: totals up to the end of its period less what final bills took. What
 * belongs to days before the period came late, or was rated again, and stands on a line of its own.
 *
 * @param items one per subscription, kind of charge and tariff version, and time (period or late)
 * @param months the same amounts by calendar month, for the next bill to subtract
 */
record UsageBilling(List<Item> items, List<UsageMonth> months) {
  private record Kind(long subscriptionId, String chargeCode, long tariffVersionId) {}

  /** Quantity, events and amount that are added up together. */
  private record Sum(BigDecimal quantity, long events, Money rated) {
    Sum plus(Sum other) {
      return new Sum(quantity.add(other.quantity), events + other.events, rated.plus(other.rated));
    }

    Sum minus(Sum other) {
      return new Sum(
          quantity.subtract(other.quantity), events - other.events, rated.minus(other.rated));
    }

    boolean isNothing() {
      return quantity.signum() == 0 && events == 0 && rated.isZero();
    }
  }

  static UsageBilling of(List<UsedTotal> used, List<UsageMonth> billed, Period period) {
    Map<Kind, List<UsedTotal>> byKind = new LinkedHashMap<>();
    used.stream()
        .filter(total -> total.day().isBefore(period.end()))
        .sorted(
            Comparator.comparingLong(UsedTotal::subscriptionId)
                .thenComparing(UsedTotal::chargeCode)
                .thenComparingLong(UsedTotal::tariffVersionId)
                .thenComparing(UsedTotal::day))
        .forEach(total -> byKind.computeIfAbsent(kind(total), k -> new ArrayList<>()).add(total));
    List<Item> items = new ArrayList<>();
    List<UsageMonth> months = new ArrayList<>();
    byKind.forEach(
        (kind, totals) -> {
          List<UsageMonth> before = billed.stream().filter(b -> kind(b).equals(kind)).toList();
          months.addAll(months(kind, totals, before));
          addItem(items, kind, totals, before, period);
        });
    return new UsageBilling(items, months);
  }

  private static void addItem(
      List<Item> items, Kind kind, List<UsedTotal> totals, List<UsageMonth> before, Period period) {
    List<UsedTotal> own = totals.stream().filter(t -> period.contains(t.day())).toList();
    List<UsedTotal> earlier = totals.stream().filter(t -> !period.contains(t.day())).toList();
    UsedTotal sample = totals.get(0);
    if (!own.isEmpty()) {
      Sum sum = own.stream().map(UsageBilling::sum).reduce(Sum::plus).orElseThrow();
      if (!sum.isNothing()) {
        items.add(item(ItemKind.USAGE, kind, sample, sum, period));
      }
    }
    Sum zero = new Sum(BigDecimal.ZERO, 0, Money.zero(sample.rated().currency()));
    Sum late =
        earlier.stream()
            .map(UsageBilling::sum)
            .reduce(zero, Sum::plus)
            .minus(before.stream().map(UsageBilling::sum).reduce(zero, Sum::plus));
    if (!late.isNothing()) {
      LocalDate first = earlier.isEmpty() ? before.get(0).month() : earlier.get(0).day();
      items.add(item(ItemKind.LATE_USAGE, kind, sample, late, new Period(first, period.start())));
    }
  }

  private static List<UsageMonth> months(
      Kind kind, List<UsedTotal> totals, List<UsageMonth> before) {
    Map<LocalDate, Sum> byMonth = new LinkedHashMap<>();
    for (UsedTotal total : totals) {
      byMonth.merge(total.day().withDayOfMonth(1), sum(total), Sum::plus);
    }
    for (UsageMonth taken : before) {
      Sum minus = sum(taken);
      byMonth.compute(
          taken.month(),
          (m, sum) ->
              sum == null
                  ? new Sum(BigDecimal.ZERO, 0, minus.rated().minus(minus.rated())).minus(minus)
                  : sum.minus(minus));
    }
    return byMonth.entrySet().stream()
        .filter(e -> !e.getValue().isNothing())
        .map(
            e ->
                new UsageMonth(
                    kind.subscriptionId(),
                    kind.chargeCode(),
                    kind.tariffVersionId(),
                    e.getKey(),
                    e.getValue().quantity(),
                    e.getValue().events(),
                    e.getValue().rated()))
        .toList();
  }

  private static Item item(ItemKind kind, Kind what, UsedTotal sample, Sum sum, Period period) {
    return new Item(
        kind,
        new Origin.Usage(
            what.subscriptionId(),
            sample.serviceId(),
            what.chargeCode(),
            what.tariffVersionId(),
            sample.unit(),
            sum.quantity(),
            sum.events()),
        period,
        sum.rated(),
        sum.rated(),
        sample.vatCategory(),
        sample.texts());
  }

  private static Kind kind(UsedTotal total) {
    return new Kind(total.subscriptionId(), total.chargeCode(), total.tariffVersionId());
  }

  private static Kind kind(UsageMonth month) {
    return new Kind(month.subscriptionId(), month.chargeCode(), month.tariffVersionId());
  }

  private static Sum sum(UsedTotal total) {
    return new Sum(total.quantity(), total.events(), total.rated());
  }

  private static Sum sum(UsageMonth month) {
    return new Sum(month.quantity(), month.events(), month.rated());
  }
}
