package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says why a bill differs from the one before: each difference of two gross amounts is taken apart
 * into causes whose differences sum to it exactly.
 */
public final class BillComparison {
  /** One bill: its items and its gross amount. */
  public record Side(List<ComparedItem> items, Money gross) {
    public Side {
      items = List.copyOf(items);
    }

    private Side only(Predicate<ComparedItem> wanted) {
      return new Side(items.stream().filter(wanted).toList(), gross);
    }

    private boolean isEmpty() {
      return items.isEmpty();
    }

    private Money net() {
      return Money.sum(items.stream().map(ComparedItem::net).toList(), gross.currency());
    }

    /** What the last charged days would cost as a whole period. */
    private Money price() {
      LocalDate end =
          items.stream()
              .filter(item -> item.kind() == ItemKind.RECURRING)
              .map(item -> item.period().end())
              .max(Comparator.naturalOrder())
              .orElse(null);
      return Money.sum(
          items.stream()
              .filter(i -> i.kind() == ItemKind.RECURRING && i.period().end().equals(end))
              .map(ComparedItem::unitPrice)
              .toList(),
          gross.currency());
    }

    private BigDecimal quantity() {
      return items.stream()
          .map(ComparedItem::quantity)
          .filter(Objects::nonNull)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private final Side before;
  private final Side after;
  private final List<BillChange> changes = new ArrayList<>();

  private BillComparison(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /** The causes that change anything, in the order in which they are told. */
  public static List<BillChange> of(Side before, Side after) {
    BillComparison comparison = new BillComparison(before, after);
    comparison.services();
    comparison.fees(ItemKind.DISCOUNT, BillCause.DISCOUNT);
    comparison.usage(ItemKind.USAGE, BillCause.USAGE);
    comparison.usage(ItemKind.LATE_USAGE, BillCause.LATE_USAGE);
    comparison.fees(ItemKind.ONE_TIME, BillCause.ONE_TIME);
    comparison.fees(ItemKind.MINIMUM, BillCause.MINIMUM);
    comparison.fees(ItemKind.DEPOSIT, BillCause.DEPOSIT);
    comparison.fees(ItemKind.DEPOSIT_RETURN, BillCause.DEPOSIT);
    comparison.fees(ItemKind.PENALTY, BillCause.PENALTY);
    comparison.fees(ItemKind.MANUAL, BillCause.MANUAL);
    comparison.tax();
    return comparison.changes.stream()
        .filter(change -> !change.difference().isZero())
        .sorted(Comparator.comparing(BillChange::cause))
        .toList();
  }

  /** What recurs, service by service. */
  private void services() {
    for (Long id : subscriptions()) {
      Predicate<ComparedItem> recurring =
          item ->
              Objects.equals(item.subscriptionId(), id)
                  && (item.kind() == ItemKind.RECURRING || item.kind() == ItemKind.CREDIT);
      Side was = before.only(recurring);
      Side is = after.only(recurring);
      if (was.isEmpty() || is.isEmpty()) {
        add(was.isEmpty() ? BillCause.NEW_SERVICE : BillCause.ENDED_SERVICE, was, is);
      } else {
        repriced(was, is);
      }
    }
  }

  /** The price of a whole period explains its part; other days explain the rest. */
  private void repriced(Side was, Side is) {
    boolean gone = is.items().stream().noneMatch(item -> item.kind() == ItemKind.RECURRING);
    Money old = gone ? is.price() : was.price();
    Money now = is.price();
    ComparedItem sample = sample(was, is);
    changes.add(change(BillCause.PRICE, sample, old, now));
    Money rest = is.net().minus(was.net()).minus(now.minus(old));
    BillCause cause = gone ? BillCause.ENDED_SERVICE : BillCause.DAYS;
    changes.add(change(cause, sample, was.net(), was.net().plus(rest)));
  }

  private void usage(ItemKind kind, BillCause cause) {
    record Key(Long subscriptionId, String code) {}
    Set<Key> keys = new LinkedHashSet<>();
    both()
        .filter(i -> i.kind() == kind)
        .forEach(i -> keys.add(new Key(i.subscriptionId(), i.code())));
    for (Key key : keys) {
      Predicate<ComparedItem> wanted =
          i -> i.kind() == kind && key.equals(new Key(i.subscriptionId(), i.code()));
      add(cause, before.only(wanted), after.only(wanted));
    }
  }

  private void fees(ItemKind kind, BillCause cause) {
    record Key(Long subscriptionId, Texts texts) {}
    Set<Key> keys = new LinkedHashSet<>();
    both()
        .filter(i -> i.kind() == kind)
        .forEach(i -> keys.add(new Key(i.subscriptionId(), i.texts())));
    for (Key key : keys) {
      Predicate<ComparedItem> wanted =
          i -> i.kind() == kind && key.equals(new Key(i.subscriptionId(), i.texts()));
      add(cause, before.only(wanted), after.only(wanted));
    }
  }

  private void tax() {
    changes.add(
        new BillChange(
            BillCause.TAX,
            null,
            null,
            before.gross().minus(before.net()),
            after.gross().minus(after.net()),
            null,
            null,
            null));
  }

  private void add(BillCause cause, Side was, Side is) {
    ComparedItem sample = sample(was, is);
    boolean measured = sample.quantity() != null;
    changes.add(
        new BillChange(
            cause,
            sample.texts(),
            sample.serviceId(),
            was.net(),
            is.net(),
            measured ? was.quantity() : null,
            measured ? is.quantity() : null,
            sample.unit()));
  }

  private static BillChange change(BillCause cause, ComparedItem of, Money was, Money is) {
    return new BillChange(cause, of.texts(), of.serviceId(), was, is, null, null, null);
  }

  /** Named by what it is now. */
  private static ComparedItem sample(Side was, Side is) {
    return (is.isEmpty() ? was : is)
        .items().stream().max(Comparator.comparing(item -> item.period().end())).orElseThrow();
  }

  private Set<Long> subscriptions() {
    Set<Long> ids = new LinkedHashSet<>();
    both()
        .filter(i -> i.kind() == ItemKind.RECURRING || i.kind() == ItemKind.CREDIT)
        .forEach(i -> ids.add(i.subscriptionId()));
    return ids;
  }

  private java.util.stream.Stream<ComparedItem> both() {
    return java.util.stream.Stream.concat(after.items().stream(), before.items().stream());
  }
}
