package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calculates one bill from what was subscribed, used and entered, less what earlier bills took.
 * Nothing is billed twice, and nothing is lost when a bill is late: a charge is billed from where
 * the last one stopped.
 */
public final class BillCalculator {
  private static final Comparator<Item> ORDER =
      Comparator.comparingLong(BillCalculator::subscription)
          .thenComparingInt(BillCalculator::rank)
          .thenComparing(i -> i.period().start())
          .thenComparing(i -> i.texts().en())
          .thenComparing(i -> i.net().amount());

  private BillCalculator() {}

  /** The bill of one account for one period. The same input gives the same bill. */
  public static BillOutcome draft(BillInput input) {
    return draft(SharedBill.of(input));
  }

  /** As {@link #draft(BillInput)}, with what the account pays of others and they of it. */
  public static BillOutcome draft(SharedBill shared) {
    BillInput input = shared.own();
    Positions positions = new Positions();
    positions.add(input, shared.split(), input.accountId());
    shared
        .payees()
        .forEach(payee -> positions.add(payee.input(), payee.split(), input.accountId()));
    if (positions.items.isEmpty()) {
      return new BillOutcome.Empty();
    }
    return fault(positions.items, input)
        .orElseGet(() -> withDeposits(close(positions, input), positions, input));
  }

  /** The positions of a bill, account by account. */
  private static final class Positions {
    private final List<Item> items = new ArrayList<>();
    private final List<Long> owners = new ArrayList<>();
    private final List<UsageMonth> usage = new ArrayList<>();

    /** The same, and one of the account's own. */
    Positions with(Item item) {
      Positions more = new Positions();
      more.items.addAll(items);
      more.owners.addAll(owners);
      more.usage.addAll(usage);
      more.items.add(item);
      more.owners.add(null);
      return more;
    }

    void add(BillInput all, PayerSplit split, long payer) {
      BillInput input = all.withUsed(split.usedBy(payer, all.used()));
      UsageBilling used = UsageBilling.of(input.used(), input.usageBilled(), input.period());
      boolean own = all.accountId() == payer;
      List<Item> paid = split.paidBy(payer, whole(all, used));
      items.addAll(paid);
      paid.forEach(item -> owners.add(own ? null : Long.valueOf(all.accountId())));
      usage.addAll(used.months());
    }
  }

  private static List<Item> whole(BillInput input, UsageBilling usage) {
    List<Item> items = new ArrayList<>();
    input.charges().forEach(charge -> items.addAll(Recurring.items(charge, input)));
    items.addAll(usage.items());
    Discounts discounts = new Discounts(input);
    items.addAll(new Minimums(input, discounts).items());
    input.manual().forEach(manual -> items.add(item(manual)));
    items.sort(ORDER);
    return discounts.applied(items);
  }

  /** Sets off the deposits of services that have ended, each whole, while something is to pay. */
  private static BillOutcome withDeposits(
      BillOutcome outcome, Positions positions, BillInput input) {
    BillOutcome best = outcome;
    Positions taken = positions;
    for (HeldDeposit deposit : endedDeposits(input)) {
      if (best instanceof BillOutcome.Drafted) {
        Positions tried = taken.with(item(deposit, input.period()));
        if (fault(tried.items, input).isEmpty()
            && close(tried, input) instanceof BillOutcome.Drafted less) {
          best = less;
          taken = tried;
        }
      }
    }
    return best;
  }

  private static boolean hasEnded(HeldDeposit deposit, BillInput input) {
    LocalDate end = input.period().end();
    return input.terms().stream()
        .filter(terms -> terms.subscriptionId() == deposit.subscriptionId())
        .allMatch(terms -> terms.until() != null && !terms.until().isAfter(end));
  }

  /**
   * What the bill would give back of prices that were charged in advance, each credit followed by
   * the discounts that go back with it.
   */
  public static List<Item> credits(BillInput input) {
    return new Discounts(input)
        .applied(
            input.charges().stream()
                .flatMap(charge -> Recurring.items(charge, input).stream())
                .filter(item -> item.kind() == ItemKind.CREDIT)
                .toList());
  }

  /** The deposits whose services have ended by the end of the bill's period. */
  public static List<HeldDeposit> endedDeposits(BillInput input) {
    return input.deposits().stream().filter(each -> hasEnded(each, input)).toList();
  }

  private static BillOutcome close(Positions positions, BillInput input) {
    List<Item> items = positions.items;
    List<TaxLine> taxes = input.tax().tax(items, taxedOn(input), input.currency());
    Map<String, VatRate> rates = new HashMap<>();
    items.forEach(
        item ->
            rates.computeIfAbsent(
                item.vatCategory(),
                category -> input.tax().rate(category, taxedOn(input)).orElseThrow()));
    Bill bill =
        new Bill(
            input.accountId(),
            input.period(),
            items,
            positions.owners,
            rates,
            taxes,
            positions.usage);
    return isIssued(bill) ? new BillOutcome.Drafted(bill) : new BillOutcome.Carried(bill.gross());
  }

  /**
   * What sums to nothing, such as a price that a discount takes off whole, is told as well. Credit,
   * and a remainder below the smallest coin, wait for the next bill.
   */
  private static boolean isIssued(Bill bill) {
    if (!bill.gross().isZero()) {
      return bill.gross().isPositive();
    }
    boolean moved =
        bill.taxes().stream().anyMatch(line -> !line.net().isZero() || !line.tax().isZero());
    return moved
        || Money.sum(bill.items().stream().map(Item::net).toList(), bill.currency()).isZero();
  }

  private static Optional<BillOutcome> fault(List<Item> items, BillInput input) {
    for (Item item : items) {
      if (!item.net().currency().equals(input.currency())) {
        return quarantined(
            QuarantineReason.CURRENCY_DIFFERS,
            item.texts().en() + ": " + item.net() + ", account in " + input.currency());
      }
      if (input.tax().rate(item.vatCategory(), taxedOn(input)).isEmpty()) {
        return quarantined(
            QuarantineReason.VAT_CATEGORY_UNKNOWN,
            item.texts().en() + ": " + item.vatCategory() + " on " + taxedOn(input));
      }
    }
    return Optional.empty();
  }

  private static Optional<BillOutcome> quarantined(QuarantineReason reason, String detail) {
    return Optional.of(new BillOutcome.Quarantined(reason, detail));
  }

  private static LocalDate taxedOn(BillInput input) {
    return input.period().end();
  }

  private static Item item(ManualItem manual) {
    return new Item(
        ItemKind.MANUAL,
        new Origin.Manual(manual.id(), manual.code(), manual.chargedOn()),
        new Period(manual.chargedOn(), manual.chargedOn().plusDays(1)),
        manual.net(),
        manual.net(),
        manual.vatCategory(),
        manual.texts());
  }

  private static Item item(HeldDeposit deposit, Period period) {
    return new Item(
        ItemKind.DEPOSIT_RETURN,
        new Origin.Deposit(
            deposit.id(),
            deposit.subscriptionId(),
            deposit.serviceId(),
            deposit.offerVersionId(),
            deposit.code()),
        new Period(period.lastDay(), period.end()),
        deposit.net(),
        deposit.net().negated(),
        deposit.vatCategory(),
        deposit.texts());
  }

  /** Services one after the other; what people entered comes last. */
  private static long subscription(Item item) {
    if (item.origin() instanceof Origin.Phase phase) {
      return phase.key().subscriptionId();
    }
    return item.origin() instanceof Origin.Usage usage ? usage.subscriptionId() : Long.MAX_VALUE;
  }

  /** Within a service: its price, its fees, its usage; discounts stand below what they reduce. */
  private static int rank(Item item) {
    return switch (item.kind()) {
      case RECURRING, CREDIT, DISCOUNT -> 0;
      case ONE_TIME, DEPOSIT -> 1;
      case USAGE -> 2;
      case LATE_USAGE -> 3;
      case MINIMUM -> 4;
      case PENALTY -> 5;
      case MANUAL, DEPOSIT_RETURN -> 6;
    };
  }
}
