package com.asta.billing.service;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.ChargeKey;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.Origin;
import com.asta.billing.rules.UsageMonth;
import com.asta.common.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a bill says of itself for the bills after it, once it is an invoice.
 *
 * @param charged how far each price is charged, by this bill and those before
 * @param used what it takes of each month's usage
 * @param entered ids of the entered charges on it
 * @param changeId the last of the account's {@link ChargedBooks} changes that it has taken in
 * @param deposits true if it asks deposits or gives them back
 * @param shared true if the account pays on it in another's place
 */
record BillBook(
    List<Charged> charged,
    List<UsageMonth> used,
    List<Long> entered,
    long changeId,
    boolean deposits,
    boolean shared) {

  /** The days of a price on a bill, and whether some of them are given back. */
  private record Days(Charged last, Period all, boolean givenBack) {
    static Days of(Item item, Origin.Phase phase, long owner) {
      Charged charged =
          new Charged(
              phase.key(), phase.offerVersionId(), phase.serviceId(), item.period().end(), owner);
      return new Days(charged, item.period(), item.kind() == ItemKind.CREDIT);
    }

    Days and(Days other) {
      boolean starts = other.all.start().isBefore(all.start());
      boolean ends = other.all.end().isAfter(all.end());
      Period both =
          new Period(starts ? other.all.start() : all.start(), ends ? other.all.end() : all.end());
      return new Days(ends ? other.last : last, both, givenBack || other.givenBack);
    }

    /** To the end of what is charged last; where something is given back, to its first day. */
    Charged reached() {
      return last.until(givenBack ? all.start() : all.end());
    }
  }

  /** The book of a calculated bill: what held before, moved on by its items. */
  static BillBook of(AccountBook before, Bill bill) {
    Map<ChargeKey, Charged> charged = new LinkedHashMap<>();
    before.charged().forEach(each -> charged.put(each.key(), each));
    reached(bill).forEach(each -> charged.put(each.key(), each));
    List<Long> entered = new ArrayList<>();
    boolean deposits = false;
    for (Item item : bill.items()) {
      if (item.origin() instanceof Origin.Manual manual) {
        entered.add(manual.chargeId());
      }
      deposits |= item.kind() == ItemKind.DEPOSIT || item.kind() == ItemKind.DEPOSIT_RETURN;
    }
    return new BillBook(
        List.copyOf(charged.values()),
        bill.usage(),
        List.copyOf(entered),
        before.changeId(),
        deposits,
        bill.owners().stream().anyMatch(Objects::nonNull));
  }

  /** How far a bill charges the prices on it. */
  static List<Charged> reached(Bill bill) {
    Map<ChargeKey, Days> days = new LinkedHashMap<>();
    int place = 0;
    for (Item item : bill.items()) {
      Long owner = bill.owners().get(place++);
      if (item.origin() instanceof Origin.Phase phase) {
        Days those = Days.of(item, phase, owner == null ? bill.accountId() : owner);
        days.merge(phase.key(), those, Days::and);
      }
    }
    return days.values().stream().map(Days::reached).toList();
  }
}
