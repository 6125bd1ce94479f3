package com.asta.payments.service;

import com.asta.common.service.OperatorProfile;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.rules.BankedCash;
import com.asta.payments.rules.BankedCash.Bag;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.FreshEntries.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Settles bags of cash by the credits of a statement. */
@ApplicationScoped
class BankedDeposits {
  @Inject private CashDeposits deposits;
  @Inject private BankEntries bank;
  @Inject private OperatorProfile operators;

  /** Waits for whoever settles bags; for those who lock accounts before they settle bags. */
  void await() {
    deposits.waiting();
  }

  /**
   * Takes the credits for bags out of incoming entries, records them and adds what they book.
   *
   * @return those whose amount is not what was put into the bag: booked, but to be looked at
   */
  List<Rejected> take(Telling telling, List<StatementEntry> incoming, List<Booking> bookings) {
    List<Bag> bags = incoming.isEmpty() ? List.of() : new ArrayList<>(deposits.waiting());
    List<Rejected> different = new ArrayList<>();
    if (bags.isEmpty()) {
      return different;
    }
    String operator = operators.operator().name();
    for (Iterator<StatementEntry> each = incoming.iterator(); each.hasNext(); ) {
      StatementEntry entry = each.next();
      Optional<Bag> found = BankedCash.find(entry.incoming(), operator, bags);
      if (found.isPresent() && sameCurrency(found.get(), entry)) {
        settle(found.get(), telling, entry, bookings);
        bags.remove(found.get());
        each.remove();
        if (!found.get().amount().equals(entry.amount())) {
          different.add(new Rejected(entry, "DEPOSIT_DIFFERS"));
        }
      }
    }
    return different;
  }

  private static boolean sameCurrency(Bag bag, StatementEntry entry) {
    return bag.amount().currency().equals(entry.amount().currency());
  }

  private void settle(Bag bag, Telling telling, StatementEntry entry, List<Booking> bookings) {
    long entryId = telling.idOf(entry);
    bank.add(telling, entry, BankEntries.Kind.DEPOSIT);
    deposits.settle(bag.depositId(), entry.amount(), entry.bookedOn(), entryId);
    bookings.add(
        new Booking(
            LedgerTransaction.HOUSE,
            TransactionKind.CASH_BANKED,
            "entry/" + entryId,
            entry.bookedOn(),
            entry.reference(),
            Bookkeeping.banked(bag.amount(), entry.amount())));
  }
}
