package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.PriceKind;
import java.time.LocalDate;
import java.util.List;

/**
 * What was missing to the minimum of a phase: the minimum for the days that are due, less the
 * recurring prices and the usage of the same days, both after discounts. A minimum that was reached
 * stands on the bill with nothing to pay, so that its days are asked for once.
 */
final class Minimums {
  private final BillInput input;
  private final Discounts discounts;

  Minimums(BillInput input, Discounts discounts) {
    this.input = input;
    this.discounts = discounts;
  }

  List<Item> items() {
    return input.charges().stream()
        .filter(charge -> charge.kind() == PriceKind.MINIMUM)
        .flatMap(charge -> Recurring.due(charge, input).stream().map(p -> item(charge, p)))
        .toList();
  }

  private Item item(SubscribedCharge minimum, ProratedPeriod piece) {
    Money missing = piece.of(minimum.price()).minus(spent(minimum.key(), piece.period()));
    return new Item(
        ItemKind.MINIMUM,
        Recurring.origin(minimum, piece.nominal()),
        piece.period(),
        minimum.price(),
        missing.isPositive() ? missing : Money.zero(missing.currency()),
        minimum.vatCategory(),
        minimum.texts());
  }

  private Money spent(ChargeKey key, Period days) {
    Money spent = Money.zero(input.currency());
    for (SubscribedCharge charge : input.charges()) {
      if (charge.kind() == PriceKind.RECURRING
          && charge.key().subscriptionId() == key.subscriptionId()) {
        spent = spent.plus(recurring(charge, days));
      }
    }
    List<UsedTotal> used =
        input.used().stream()
            .filter(u -> u.subscriptionId() == key.subscriptionId() && days.contains(u.day()))
            .toList();
    for (Item item : UsageBilling.of(used, List.of(), days).items()) {
      spent = spent.plus(discounted(item));
    }
    return spent;
  }

  private Money recurring(SubscribedCharge charge, Period days) {
    LocalDate until = charge.until();
    LocalDate from = charge.key().phaseFrom();
    if (until != null && !until.isAfter(from)) {
      return Money.zero(input.currency());
    }
    return days.intersection(from, until)
        .map(
            span ->
                Money.sum(
                    Recurring.whole(charge, span, input).stream().map(this::discounted).toList(),
                    input.currency()))
        .orElse(Money.zero(input.currency()));
  }

  private Money discounted(Item item) {
    Money net = item.net();
    for (Item discount : discounts.of(item)) {
      net = net.plus(discount.net());
    }
    return net;
  }
}
