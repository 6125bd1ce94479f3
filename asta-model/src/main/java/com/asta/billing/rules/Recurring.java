package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.time.LocalDate;
import java.util.List;

/** What is still to be charged, or to be given back, of one price of one subscribed phase. */
final class Recurring {
  private Recurring() {}

  static List<Item> items(SubscribedCharge charge, BillInput input) {
    return switch (charge.kind()) {
      case ONE_TIME -> once(charge, ItemKind.ONE_TIME, input.period().end());
      case DEPOSIT -> once(charge, ItemKind.DEPOSIT, input.period().end());
      case PENALTY -> penalty(charge, input.period().end());
      case RECURRING -> recurring(charge, input);
      case MINIMUM, USAGE -> List.of();
    };
  }

  /** The days that are due and not billed yet, cut into the price's own periods. */
  static List<ProratedPeriod> due(SubscribedCharge charge, BillInput input) {
    LocalDate target = target(charge, input);
    return target.isAfter(charge.billedUntil())
        ? cut(charge, new Period(charge.billedUntil(), target), input)
        : List.of();
  }

  static List<ProratedPeriod> cut(SubscribedCharge charge, Period span, BillInput input) {
    return ProratedPeriod.cut(
        span, input.cycle(), charge.recurrence(), charge.proration(), charge.key().phaseFrom());
  }

  /** What some days of the phase cost, whether they were billed or not. */
  static List<Item> whole(SubscribedCharge charge, Period span, BillInput input) {
    return cut(charge, span, input).stream().map(piece -> item(charge, piece, false)).toList();
  }

  static Origin origin(SubscribedCharge charge, Period nominal) {
    return new Origin.Phase(charge.key(), charge.offerVersionId(), charge.serviceId(), nominal);
  }

  private static List<Item> recurring(SubscribedCharge charge, BillInput input) {
    List<Item> due = due(charge, input).stream().map(p -> item(charge, p, false)).toList();
    LocalDate until = charge.until();
    boolean endedEarlier = due.isEmpty() && until != null && until.isBefore(charge.billedUntil());
    List<Item> items =
        endedEarlier
            ? cut(charge, new Period(until, charge.billedUntil()), input).stream()
                .map(piece -> item(charge, piece, true))
                .toList()
            : due;
    return charge.proration() == Proration.NONE
        ? items.stream().filter(item -> !item.net().isZero()).toList()
        : items;
  }

  /**
   * The first day that is not due yet. In advance, every period of the price that begins before the
   * next bill is due whole; in arrears, those that have ended, and of a month what has gone by.
   */
  private static LocalDate target(SubscribedCharge charge, BillInput input) {
    LocalDate end = input.period().end();
    LocalDate until = charge.until();
    LocalDate due = charge.inAdvance() ? advance(charge, input) : arrears(charge, input, end);
    boolean over = until != null && until.isBefore(charge.inAdvance() ? due : end.plusDays(1));
    return over ? until : due;
  }

  private static LocalDate advance(SubscribedCharge charge, BillInput input) {
    LocalDate horizon = input.following().end();
    return charge.billedUntil().isBefore(horizon)
        ? nominal(charge, input, horizon.minusDays(1)).end()
        : charge.billedUntil();
  }

  private static LocalDate arrears(SubscribedCharge charge, BillInput input, LocalDate end) {
    if (charge.recurrence() == Recurrence.MONTHLY && charge.kind() != PriceKind.MINIMUM) {
      return end;
    }
    LocalDate ended = nominal(charge, input, end).start();
    return ended.isBefore(charge.billedUntil()) ? charge.billedUntil() : ended;
  }

  private static Period nominal(SubscribedCharge charge, BillInput input, LocalDate day) {
    return ProratedPeriod.nominal(
        day, input.cycle(), charge.recurrence(), charge.key().phaseFrom());
  }

  private static Item item(SubscribedCharge charge, ProratedPeriod piece, boolean credit) {
    Money amount = piece.of(charge.price());
    return new Item(
        credit ? ItemKind.CREDIT : ItemKind.RECURRING,
        origin(charge, piece.nominal()),
        piece.period(),
        charge.price(),
        credit ? amount.negated() : amount,
        charge.vatCategory(),
        charge.texts());
  }

  private static List<Item> once(SubscribedCharge charge, ItemKind kind, LocalDate end) {
    LocalDate day = charge.key().phaseFrom();
    boolean due = day.isBefore(end) && !charge.billedUntil().isAfter(day);
    boolean withdrawn = charge.until() != null && !charge.until().isAfter(day);
    if (!due || withdrawn) {
      return List.of();
    }
    return List.of(
        new Item(
            kind,
            origin(charge, null),
            new Period(day, day.plusDays(1)),
            charge.price(),
            charge.price(),
            charge.vatCategory(),
            charge.texts()));
  }

  /** The price of the term by the days that are left of it when the service ends. */
  private static List<Item> penalty(SubscribedCharge charge, LocalDate end) {
    LocalDate from = charge.key().phaseFrom();
    LocalDate ended = charge.until();
    LocalDate termEnd = from.plusMonths(charge.termMonths());
    boolean broken = ended != null && ended.isBefore(termEnd) && ended.isAfter(from);
    if (!broken || ended.isAfter(end) || charge.billedUntil().isAfter(from)) {
      return List.of();
    }
    ProratedPeriod left =
        new ProratedPeriod(
            new Period(ended, termEnd), new Period(from, termEnd), charge.proration(), from);
    return List.of(
        new Item(
            ItemKind.PENALTY,
            origin(charge, left.nominal()),
            left.period(),
            charge.price(),
            charge.proration() == Proration.NONE ? charge.price() : left.of(charge.price()),
            charge.vatCategory(),
            charge.texts()));
  }
}
