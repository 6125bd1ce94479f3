package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A calculated bill, without a number.
 *
 * @param rates for every VAT category on the bill, the rate it got
 * @param owners whose each item is, in the order of the items; null for the account's own
 * @param usage what it takes of each month's usage
 */
public record Bill(
    long accountId,
    Period period,
    List<Item> items,
    List<Long> owners,
    Map<String, VatRate> rates,
    List<TaxLine> taxes,
    List<UsageMonth> usage) {
  public Bill {
    items = List.copyOf(items);
    owners = Collections.unmodifiableList(owners);
    rates = Collections.unmodifiableMap(new HashMap<>(rates));
    taxes = List.copyOf(taxes);
    usage = List.copyOf(usage);
  }

  public Money net() {
    return sum(TaxLine::net);
  }

  public Money tax() {
    return sum(TaxLine::tax);
  }

  private Money sum(Function<TaxLine, Money> part) {
    Money sum = Money.zero(currency());
    for (TaxLine line : taxes) {
      sum = sum.plus(part.apply(line));
    }
    return sum;
  }

  public Money gross() {
    return net().plus(tax());
  }

  public VatRate rate(Item item) {
    return rates.get(item.vatCategory());
  }

  public String currency() {
    return items.get(0).net().currency();
  }
}
