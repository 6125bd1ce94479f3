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
  private static final Comparator<UsedTotal> ORDER =
      Comparator.comparingLong(UsedTotal::subscriptionId)
          .thenComparing(UsedTotal::chargeCode)
          .thenComparingLong(UsedTotal::tariffVersionId)
          .thenComparing(UsedTotal::day);

  private record Kind(long subscriptionId, String chargeCode, long tariffVersionId) {}

  /** Quantity, events and amount that are added up together. */
  private record Sum(BigDecimal quantity, long events, Money rated) {
    static Sum nothing(String currency) {
      return new Sum(BigDecimal.ZERO, 0, Money.zero(currency));
    }

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
    List<UsedTotal> totals = new ArrayList<>(used.size());
    for (UsedTotal total : used) {
      if (total.day().isBefore(period.end())) {
        totals.add(total);
      }
    }
    totals.sort(ORDER);
    List<Item> items = new ArrayList<>();
    List<UsageMonth> months = new ArrayList<>();
    int next = 0;
    while (next < totals.size()) {
      int first = next;
      Kind kind = kind(totals.get(first));
      while (next < totals.size() && kind(totals.get(next)).equals(kind)) {
        next++;
      }
      List<UsedTotal> same = totals.subList(first, next);
      List<UsageMonth> before = of(kind, billed);
      addMonths(months, kind, same, before);
      addItems(items, kind, same, before, period);
    }
    return new UsageBilling(items, months);
  }

  private static List<UsageMonth> of(Kind kind, List<UsageMonth> billed) {
    List<UsageMonth> same = new ArrayList<>(billed.size());
    for (UsageMonth month : billed) {
      if (kind(month).equals(kind)) {
        same.add(month);
      }
    }
    return same;
  }

  private static void addItems(
      List<Item> items, Kind kind, List<UsedTotal> totals, List<UsageMonth> before, Period period) {
    UsedTotal sample = totals.get(0);
    Sum own = Sum.nothing(sample.rated().currency());
    Sum late = own;
    LocalDate firstLate = null;
    for (UsedTotal total : totals) {
      if (period.contains(total.day())) {
        own = own.plus(sum(total));
      } else {
        late = late.plus(sum(total));
        firstLate = firstLate == null ? total.day() : firstLate;
      }
    }
    for (UsageMonth taken : before) {
      late = late.minus(sum(taken));
      firstLate = firstLate == null ? taken.month() : firstLate;
    }
    if (!own.isNothing()) {
      items.add(item(ItemKind.USAGE, kind, sample, own, period));
    }
    if (!late.isNothing()) {
      Period days = new Period(firstLate, period.start());
      items.add(item(ItemKind.LATE_USAGE, kind, sample, late, days));
    }
  }

  private static void addMonths(
      List<UsageMonth> months, Kind kind, List<UsedTotal> totals, List<UsageMonth> before) {
    Map<LocalDate, Sum> byMonth = new LinkedHashMap<>();
    for (UsedTotal total : totals) {
      byMonth.merge(total.day().withDayOfMonth(1), sum(total), Sum::plus);
    }
    for (UsageMonth taken : before) {
      Sum sum = byMonth.getOrDefault(taken.month(), Sum.nothing(taken.rated().currency()));
      byMonth.put(taken.month(), sum.minus(sum(taken)));
    }
    byMonth.forEach(
        (month, sum) -> {
          if (!sum.isNothing()) {
            months.add(
                new UsageMonth(
                    kind.subscriptionId(),
                    kind.chargeCode(),
                    kind.tariffVersionId(),
                    month,
                    sum.quantity(),
                    sum.events(),
                    sum.rated()));
          }
        });
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
