package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.time.LocalDate;
import java.util.List;

/** What is still to be charged, or to be given back, of one price of one subscribed phase. */
final class Recurring {
  private Recurring() {}

  static List<Item> items(SubscribedCharge charge, BillInput input) {
    if (charge.isOneTime()) {
      return oneTime(charge, input.period().end());
    }
    LocalDate horizon = charge.inAdvance() ? input.following().end() : input.period().end();
    LocalDate target = target(charge, horizon);
    LocalDate billed = charge.billedUntil();
    if (target.isAfter(billed)) {
      return cut(charge, new Period(billed, target), input.cycle(), ItemKind.RECURRING);
    }
    boolean endedEarlier = charge.until() != null && charge.until().isBefore(billed);
    return endedEarlier
        ? cut(charge, new Period(charge.until(), billed), input.cycle(), ItemKind.CREDIT)
        : List.of();
  }

  private static LocalDate target(SubscribedCharge charge, LocalDate horizon) {
    LocalDate until = charge.until();
    return until != null && until.isBefore(horizon) ? until : horizon;
  }

  private static List<Item> cut(
      SubscribedCharge charge, Period span, BillCalendar calendar, ItemKind kind) {
    return ProratedPeriod.cut(span, calendar, charge.months(), charge.key().phaseFrom()).stream()
        .map(piece -> item(charge, piece, kind))
        .toList();
  }

  private static Item item(SubscribedCharge charge, ProratedPeriod piece, ItemKind kind) {
    Money amount = piece.of(charge.price());
    return new Item(
        kind,
        origin(charge, piece.nominal()),
        piece.period(),
        charge.price(),
        kind == ItemKind.CREDIT ? amount.negated() : amount,
        charge.vatCategory(),
        charge.texts());
  }

  private static List<Item> oneTime(SubscribedCharge charge, LocalDate end) {
    LocalDate day = charge.key().phaseFrom();
    boolean due = day.isBefore(end) && !charge.billedUntil().isAfter(day);
    boolean withdrawn = charge.until() != null && !charge.until().isAfter(day);
    if (!due || withdrawn) {
      return List.of();
    }
    return List.of(
        new Item(
            ItemKind.ONE_TIME,
            origin(charge, null),
            new Period(day, day.plusDays(1)),
            charge.price(),
            charge.price(),
            charge.vatCategory(),
            charge.texts()));
  }

  private static Origin origin(SubscribedCharge charge, Period nominal) {
    return new Origin.Phase(charge.key(), charge.offerVersionId(), charge.serviceId(), nominal);
  }
}
