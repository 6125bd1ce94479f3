package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.Proration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What discounts take off the items of a bill, in their fixed order: each reduces what the ones
 * before it left, and never more than that.
 *
 * <p>Months are those of the phase, {@link BillCalendar#monthsAfter}: a discount of n months covers
 * the days before the n-th month after its first day, cut through a period by the price's own
 * proration. A price that is not prorated is discounted in n whole periods. A condition is decided
 * on the first day of the period that is charged, and so alike when days are given back. Usage
 * counts to the month in which the period of its bill ends.
 */
final class Discounts {
  private static final int PERCENT_DIGITS = 2;

  private record PhaseKey(long subscriptionId, LocalDate from) {}

  private final BillInput input;
  private final Map<PhaseKey, SubscribedTerms> terms = new HashMap<>();
  private final Map<ChargeKey, SubscribedCharge> charges = new HashMap<>();

  Discounts(BillInput input) {
    this.input = input;
    if (input.terms().stream().anyMatch(each -> !each.discounts().isEmpty())) {
      input.terms().forEach(t -> terms.put(new PhaseKey(t.subscriptionId(), t.from()), t));
      input.charges().forEach(charge -> charges.put(charge.key(), charge));
    }
  }

  /** The items, each followed by its discounts. */
  List<Item> applied(List<Item> items) {
    if (terms.isEmpty()) {
      return items;
    }
    List<Item> all = new ArrayList<>();
    for (Item item : items) {
      all.add(item);
      all.addAll(of(item));
    }
    return all;
  }

  /** The discounts of one item; their sum is never more than the item. */
  List<Item> of(Item item) {
    if (terms.isEmpty() || item.net().isZero()) {
      return List.of();
    }
    return switch (item.kind()) {
      case RECURRING, CREDIT -> recurring(item, (Origin.Phase) item.origin());
      case ONE_TIME -> oneTime(item, (Origin.Phase) item.origin());
      case USAGE, LATE_USAGE -> usage(item, (Origin.Usage) item.origin());
      default -> List.of();
    };
  }

  private List<Item> recurring(Item item, Origin.Phase origin) {
    SubscribedTerms agreed = agreed(origin.key());
    if (agreed == null) {
      return List.of();
    }
    SubscribedCharge charge = charges.get(origin.key());
    LocalDate decided = later(origin.nominal().start(), agreed.from());
    List<Discount> given =
        given(agreed, DiscountScope.RECURRING, charge.code(), decided, BigDecimal.ZERO);
    if (given.isEmpty()) {
      return List.of();
    }
    ProratedPeriod piece =
        new ProratedPeriod(item.period(), origin.nominal(), charge.proration(), agreed.from());
    LocalDate since =
        charge.proration() == Proration.NONE
            ? ProratedPeriod.nominal(
                    agreed.from(), input.cycle(), charge.recurrence(), agreed.from())
                .start()
            : agreed.from();
    Map<Discount, Taken> taken = new LinkedHashMap<>();
    for (Period segment : segments(piece, given)) {
      ProratedPeriod part = piece.over(segment);
      LocalDate day =
          charge.proration() == Proration.NONE ? part.nominal().start() : segment.start();
      List<Discount> running =
          given.stream().filter(each -> window(each, since).contains(day)).toList();
      reduce(part, running, charge.price(), taken);
    }
    return lines(item, origin.offerVersionId(), taken);
  }

  private List<Item> oneTime(Item item, Origin.Phase origin) {
    SubscribedTerms agreed = agreed(origin.key());
    if (agreed == null) {
      return List.of();
    }
    String code = charges.get(origin.key()).code();
    return once(
        item,
        origin.offerVersionId(),
        given(agreed, DiscountScope.ONE_TIME, code, agreed.from(), BigDecimal.ZERO).stream()
            .filter(each -> each.fromMonth() == 1)
            .toList());
  }

  private List<Item> usage(Item item, Origin.Usage origin) {
    LocalDate last = item.period().lastDay();
    SubscribedTerms agreed =
        terms.values().stream()
            .filter(t -> t.subscriptionId() == origin.subscriptionId() && !t.from().isAfter(last))
            .max(Comparator.comparing(SubscribedTerms::from))
            .orElse(null);
    if (agreed == null) {
      return List.of();
    }
    List<Discount> given =
        given(agreed, DiscountScope.USAGE, null, last, origin.quantity()).stream()
            .filter(
                each -> each.priceCode() == null || each.priceCode().equals(origin.chargeCode()))
            .filter(each -> window(each, agreed.from()).contains(last))
            .filter(each -> item.kind() == ItemKind.USAGE || isPlainPercent(each))
            .toList();
    return once(item, agreed.offerVersionId(), given);
  }

  /** What came late, or was rated again, is not counted and gets no amount a second time. */
  private static boolean isPlainPercent(Discount discount) {
    return discount.kind() == DiscountKind.PERCENT
        && discount.condition() != DiscountCondition.USAGE;
  }

  private List<Item> once(Item item, long offerVersionId, List<Discount> given) {
    Map<Discount, Taken> taken = new LinkedHashMap<>();
    Money left = item.net();
    for (Discount each : given) {
      Money value = Money.of(each.value(), left.currency());
      Money off =
          each.kind() == DiscountKind.PERCENT
              ? share(left, each)
              : left.isPositive() ? value.min(left) : Money.zero(left.currency());
      taken.put(each, new Taken(off, left, item.period()));
      left = left.minus(off);
    }
    return lines(item, offerVersionId, taken);
  }

  private static void reduce(
      ProratedPeriod segment, List<Discount> given, Money price, Map<Discount, Taken> taken) {
    Money left = segment.of(price);
    for (Discount each : given) {
      Money value = Money.of(each.value(), price.currency());
      Money off =
          each.kind() == DiscountKind.PERCENT ? share(left, each) : segment.of(value).min(left);
      taken.merge(each, new Taken(off, left, segment.period()), Taken::plus);
      left = left.minus(off);
    }
  }

  /** The days of a piece, cut where a discount begins or ends. */
  private List<Period> segments(ProratedPeriod piece, List<Discount> given) {
    TreeSet<LocalDate> cuts = new TreeSet<>(List.of(piece.period().start(), piece.period().end()));
    if (piece.proration() != Proration.NONE) {
      for (Discount each : given) {
        Window window = window(each, piece.since());
        for (LocalDate day : new LocalDate[] {window.from(), window.until()}) {
          if (day != null && piece.period().contains(day)) {
            cuts.add(day);
          }
        }
      }
    }
    List<Period> segments = new ArrayList<>();
    LocalDate from = cuts.pollFirst();
    while (!cuts.isEmpty()) {
      LocalDate to = cuts.pollFirst();
      segments.add(new Period(from, to));
      from = to;
    }
    return segments;
  }

  private List<Discount> given(
      SubscribedTerms agreed,
      DiscountScope scope,
      String priceCode,
      LocalDate day,
      BigDecimal quantity) {
    List<Discount> given =
        agreed.discounts().stream()
            .filter(each -> each.scope() == scope)
            .filter(
                each ->
                    priceCode == null
                        || each.priceCode() == null
                        || each.priceCode().equals(priceCode))
            .filter(each -> holds(each, agreed, day, quantity))
            .toList();
    return given.stream().filter(each -> isHighest(each, given)).toList();
  }

  /** Of several thresholds that are reached, the highest counts. */
  private static boolean isHighest(Discount discount, List<Discount> given) {
    return !discount.condition().hasThreshold()
        || given.stream()
            .filter(other -> other.condition() == discount.condition())
            .filter(other -> Objects.equals(other.priceCode(), discount.priceCode()))
            .allMatch(other -> other.threshold().compareTo(discount.threshold()) <= 0);
  }

  private boolean holds(
      Discount discount, SubscribedTerms agreed, LocalDate day, BigDecimal quantity) {
    return switch (discount.condition()) {
      case ALWAYS -> true;
      case PROMOTION -> agreed.promotions().contains(discount.subject());
      case USAGE -> quantity.compareTo(discount.threshold()) >= 0;
      case HELD_WITH ->
          input.terms().stream()
              .anyMatch(
                  t ->
                      t.offerCode().equals(discount.subject())
                          && t.subscriptionId() != agreed.subscriptionId()
                          && t.covers(day));
      case SUBSCRIPTIONS ->
          BigDecimal.valueOf(
                      input.terms().stream()
                          .filter(t -> t.offerCode().equals(agreed.offerCode()) && t.covers(day))
                          .mapToLong(SubscribedTerms::subscriptionId)
                          .distinct()
                          .count())
                  .compareTo(discount.threshold())
              >= 0;
    };
  }

  private static List<Item> lines(Item item, long offerVersionId, Map<Discount, Taken> taken) {
    boolean credit = item.kind() == ItemKind.CREDIT;
    List<Item> lines = new ArrayList<>();
    taken.forEach(
        (discount, sum) -> {
          if (!sum.off().isZero()) {
            boolean percent = discount.kind() == DiscountKind.PERCENT;
            lines.add(
                new Item(
                    ItemKind.DISCOUNT,
                    new Origin.Discounted(
                        item.origin(),
                        offerVersionId,
                        discount.code(),
                        percent ? discount.value() : null),
                    sum.days(),
                    percent ? sum.of() : Money.of(discount.value(), sum.off().currency()),
                    credit ? sum.off() : sum.off().negated(),
                    item.vatCategory(),
                    new Texts(discount.nameEn(), discount.namePl())));
          }
        });
    return lines;
  }

  private SubscribedTerms agreed(ChargeKey key) {
    return terms.get(new PhaseKey(key.subscriptionId(), key.phaseFrom()));
  }

  private static Money share(Money left, Discount discount) {
    return left.times(discount.value().movePointLeft(PERCENT_DIGITS));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Window window(Discount discount, LocalDate since) {
    int before = discount.fromMonth() - 1;
    Integer months = discount.months();
    return new Window(
        input.cycle().monthsAfter(since, before),
        months == null ? null : input.cycle().monthsAfter(since, before + months));
  }

  /** The days of a discount; without an end if {@code until} is null. */
  private record Window(LocalDate from, LocalDate until) {
    boolean contains(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /** What a discount took, of how much, over which days. */
  private record Taken(Money off, Money of, Period days) {
    Taken plus(Taken next) {
      return new Taken(
          off.plus(next.off), of.plus(next.of), new Period(days.start(), next.days.end()));
    }
  }
}
