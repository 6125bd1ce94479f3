package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Outbox;
import com.asta.payments.event.PaymentAllocated;
import com.asta.payments.event.PaymentReceived;
import com.asta.payments.event.PaymentsReceived;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.rules.AllocationPlan.Piece;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.Match.Matched;
import com.asta.payments.rules.OpenDebt;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.Posting;
import com.asta.payments.rules.SettledDebts;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.PaymentRows.Locked;
import com.asta.payments.service.PaymentRows.NewAllocation;
import com.asta.payments.service.PaymentRows.NewPayment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator.OfLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@link Settlement} does with one payment, for many at once: the same rules and rows by a few
 * statements, the same facts in a few messages, which leave when the caller wakes the outbox or by
 * its sweep. Accounts are locked in the order of their ids.
 */
@ApplicationScoped
class BulkSettlement {
  /** Payments in one message. */
  private static final int MESSAGE = 250;

  @Inject private PaymentRows rows;
  @Inject private Sequences sequences;
  @Inject private Ledger ledger;
  @Inject private FinancialAccounts accounts;
  @Inject private PaymentPolicies policies;
  @Inject private DunningCases dunning;
  @Inject private Outbox outbox;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** A payment with what it does to the debts of its account. */
  private record Decided(BulkPayment payment, SettledDebts settled) {
    long id() {
      return payment.id();
    }

    int allocations() {
      return settled.plan().pieces().size() + settled.writeOffs().size();
    }

    Long account() {
      return payment.account();
    }
  }

  /**
   * Records payments that are new, and settles debts with those whose customer is known, one after
   * the other as given.
   *
   * @param others what to book beside them; touches no customer
   * @param alsoLocked accounts that the caller changes afterwards: all are locked in one order
   */
  void record(List<BulkPayment> payments, List<Booking> others, Set<Long> alsoLocked) {
    Set<Long> touched =
        payments.stream()
            .filter(each -> each.account() != null)
            .map(BulkPayment::account)
            .collect(Collectors.toSet());
    Set<Long> together = new HashSet<>(touched);
    together.addAll(alsoLocked);
    Map<Long, Locked> locked = rows.lockedAccounts(together);
    Map<Long, String> places = new HashMap<>();
    Map<Long, List<OpenDebt>> debts = rows.openDebts(touched, places);
    Changes changes = new Changes(debts.values(), others, OperatorZone.dayOf(clock.instant()));
    List<Decided> decided = decide(payments, debts);
    OfLong ids =
        sequences.take(
            "payments.allocation_seq", decided.stream().mapToInt(Decided::allocations).sum());
    decided.forEach(each -> changes.add(each, customerOf(each, locked), ids));

    Instant now = clock.instant();
    rows.addPayments(changes.payments, now, user.name());
    rows.addAllocations(changes.allocations, now, user.name());
    rows.setOpen(changes.changed, places);
    ledger.bookAll(changes.bookings);
    outbox.publishLater(changes.events());
    touched.stream()
        .filter(each -> locked.get(each).dunned())
        .sorted()
        .forEach(each -> dunning.closeIfSettled(accounts.locked(each)));
  }

  private static Long customerOf(Decided decided, Map<Long, Locked> locked) {
    return decided.account() == null ? null : locked.get(decided.account()).customerId();
  }

  private List<Decided> decide(List<BulkPayment> payments, Map<Long, List<OpenDebt>> debts) {
    Money smallDifference = policies.policy().smallDifference();
    List<Decided> decided = new ArrayList<>(payments.size());
    for (BulkPayment payment : payments) {
      Set<Long> named = payment.match() instanceof Matched matched ? matched.named() : Set.of();
      List<OpenDebt> open = debts.getOrDefault(payment.account(), List.of());
      SettledDebts settled =
          SettledDebts.of(payment.entry().amount(), open, named, smallDifference);
      if (payment.account() != null) {
        debts.put(payment.account(), settled.debts());
      }
      decided.add(new Decided(payment, settled));
    }
    return decided;
  }

  /** What is to be written. */
  private static final class Changes {
    private final List<NewPayment> payments = new ArrayList<>();
    private final List<NewAllocation> allocations = new ArrayList<>();
    private final List<PaymentReceived> received = new ArrayList<>();
    private final List<PaymentAllocated> allocated = new ArrayList<>();
    private final Map<Long, Money> changed = new HashMap<>();
    private final Map<Long, OpenDebt> before = new HashMap<>();
    private final List<Booking> bookings;
    private final LocalDate today;

    Changes(Collection<List<OpenDebt>> debts, List<Booking> others, LocalDate today) {
      debts.forEach(of -> of.forEach(debt -> before.put(debt.openItemId(), debt)));
      this.bookings = new ArrayList<>(others);
      this.today = today;
    }

    void add(Decided decided, Long customerId, OfLong ids) {
      StatementEntry entry = decided.payment().entry();
      Long account = decided.account();
      Money left = decided.settled().plan().unallocated();
      payments.add(new NewPayment(decided.payment(), customerId, left));
      List<Posting> whole = new ArrayList<>();
      whole.add(Bookkeeping.payment(PaymentMethod.BANK_TRANSFER, entry.amount(), account != null));
      received.add(
          new PaymentReceived(
              decided.id(),
              entry.account(),
              entry.reference(),
              account,
              entry.amount().amount(),
              entry.amount().currency(),
              entry.bookedOn()));
      decided
          .settled()
          .plan()
          .pieces()
          .forEach(piece -> allocate(decided, piece, ids.nextLong(), whole));
      bookings.add(
          new Booking(
              account == null ? LedgerTransaction.HOUSE : account,
              TransactionKind.PAYMENT,
              "payment/" + decided.id(),
              entry.bookedOn(),
              entry.reference(),
              whole));
      decided.settled().writeOffs().forEach(rest -> writeOff(decided, rest, ids.nextLong()));
    }

    /** An allocation is booked with its payment, or today if the debt came after the money. */
    private void allocate(Decided decided, Piece piece, long id, List<Posting> whole) {
      Money open = take(decided, piece, id, false);
      OpenDebt debt = before.get(piece.openItemId());
      Posting posting = Bookkeeping.allocation(piece.amount());
      if (debt.isOwedOn(decided.payment().entry().bookedOn())) {
        whole.add(posting);
      } else {
        bookings.add(
            new Booking(
                decided.account(),
                TransactionKind.ALLOCATION,
                "allocation/" + id,
                today,
                debt.number(),
                List.of(posting)));
      }
      allocated.add(
          new PaymentAllocated(
              decided.id(),
              decided.account(),
              debt.number(),
              piece.amount().amount(),
              open.amount(),
              open.currency()));
    }

    private void writeOff(Decided decided, Piece rest, long id) {
      take(decided, rest, id, true);
      bookings.add(
          new Booking(
              decided.account(),
              TransactionKind.WRITE_OFF,
              "allocation/" + id,
              today,
              before.get(rest.openItemId()).number(),
              List.of(Bookkeeping.writeOff(rest.amount()))));
    }

    /** The facts in a few messages; an allocation stands in its payment's. */
    List<PaymentsReceived> events() {
      List<PaymentsReceived> events = new ArrayList<>();
      int taken = 0;
      for (int from = 0; from < received.size(); from += MESSAGE) {
        List<PaymentReceived> some =
            received.subList(from, Math.min(received.size(), from + MESSAGE));
        long last = some.get(some.size() - 1).paymentId();
        int first = taken;
        while (taken < allocated.size() && allocated.get(taken).paymentId() <= last) {
          taken++;
        }
        long file = payments.get(from).told().telling().fileId();
        events.add(new PaymentsReceived(file, some, allocated.subList(first, taken)));
      }
      return events;
    }

    /** Takes a piece off its item; answers what is open then. */
    private Money take(Decided decided, Piece piece, long id, boolean writeOff) {
      long item = piece.openItemId();
      allocations.add(
          new NewAllocation(id, decided.account(), decided.id(), item, piece.amount(), writeOff));
      Money was = changed.getOrDefault(item, before.get(item).open());
      Money open = was.minus(piece.amount());
      changed.put(item, open);
      return open;
    }
  }
}
