package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Outbox;
import com.asta.payments.event.PaymentAllocated;
import com.asta.payments.event.PaymentReceived;
import com.asta.payments.model.Allocation;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.model.OpenItem;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.AllocationPlan;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.OpenDebt;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.Posting;
import com.asta.payments.rules.SettledDebts;
import com.asta.payments.rules.TransactionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Moves value between payments and open items, each step with its posting and its event. Callers
 * hold the lock of the account.
 */
@ApplicationScoped
class Settlement {
  /** How an allocation gets into the book. */
  private interface AllocationBooking {
    void book(OpenItem item, Allocation allocation);
  }

  @Inject private OpenItems openItems;
  @Inject private Payments payments;
  @Inject private Ledger ledger;
  @Inject private PaymentPolicies policies;
  @Inject private DunningCases dunning;
  @Inject private Outbox outbox;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Records a payment that is new by (source, reference), and settles debts when its customer is
   * known. It is one transaction with what it settles of debts that the book had on its day.
   *
   * @param account null when the customer is not known
   */
  void record(Payment payment, FinancialAccount account, MatchRule rule, Set<Long> named) {
    record(
        payment,
        account,
        rule,
        named,
        List.of(Bookkeeping.payment(payment.getMethod(), payment.getTotal(), account != null)));
  }

  /** As {@link #record}, with postings of its own. */
  void record(
      Payment payment,
      FinancialAccount account,
      MatchRule rule,
      Set<Long> named,
      List<Posting> postings) {
    if (account != null) {
      payment.assign(account, rule);
    }
    payments.add(payment);
    Long accountId = payment.getAccountId();
    outbox.publish(
        new PaymentReceived(
            payment.getId(),
            payment.getSource(),
            payment.getReference(),
            accountId,
            payment.getTotal().amount(),
            payment.getTotal().currency(),
            payment.getReceivedOn()));
    List<Posting> whole = new ArrayList<>(postings);
    if (account != null) {
      settle(payment, account, named, (item, allocation) -> book(item, allocation, payment, whole));
    }
    ledger.book(
        accountId == null ? LedgerTransaction.HOUSE : accountId,
        TransactionKind.PAYMENT,
        "payment/" + payment.getId(),
        payment.getReceivedOn(),
        payment.getMethod() == PaymentMethod.CASH ? payment.getSource() : payment.getReference(),
        whole);
  }

  /** Gives a payment in suspense to its customer and settles debts with it. */
  void assign(Payment payment, FinancialAccount account, Set<Long> named) {
    payment.assign(account, MatchRule.BY_HAND);
    ledger.book(
        account.getAccountId(),
        TransactionKind.ASSIGNMENT,
        "payment/" + payment.getId() + "/" + clock.instant(),
        today(),
        payment.getReference(),
        Bookkeeping.assignment(payment.getTotal()));
    settle(payment, account, named);
  }

  /** Takes a payment, of which nothing is allocated, back to suspense. */
  void unassign(Payment payment, FinancialAccount account) {
    payment.unassign();
    ledger.book(
        account.getAccountId(),
        TransactionKind.UNASSIGNMENT,
        "payment/" + payment.getId() + "/" + clock.instant(),
        today(),
        payment.getReference(),
        Bookkeeping.unassignment(payment.getTotal()));
  }

  /** Settles debts with what is left of a payment: the named first, then the oldest due. */
  void settle(Payment payment, FinancialAccount account, Set<Long> named) {
    settle(payment, account, named, this::book);
  }

  private void settle(
      Payment payment, FinancialAccount account, Set<Long> named, AllocationBooking booking) {
    List<OpenItem> items = openItems.openOf(account.getAccountId());
    Map<Long, OpenItem> byId =
        items.stream().collect(Collectors.toMap(OpenItem::getId, Function.identity()));
    List<OpenDebt> debts = items.stream().map(OpenItem::toDebt).toList();
    Money writtenOff =
        payment.getMethod() == PaymentMethod.CREDIT_NOTE
            ? Money.zero(account.getCurrency())
            : policies.policy().smallDifference();
    SettledDebts settled = SettledDebts.of(payment.getUnallocated(), debts, named, writtenOff);
    for (AllocationPlan.Piece piece : settled.plan().pieces()) {
      allocate(payment, byId.get(piece.openItemId()), piece.amount(), booking);
    }
    for (AllocationPlan.Piece rest : settled.writeOffs()) {
      writeOff(payment, byId.get(rest.openItemId()), rest.amount());
    }
    dunning.closeIfSettled(account);
  }

  /** Settles debts with every credit of the account, oldest credit first. */
  void settleCredits(FinancialAccount account) {
    for (Payment credit : payments.credits(account.getAccountId())) {
      settle(credit, account, Set.of());
    }
  }

  /** Undoes every allocation of a payment. */
  void releaseAll(Payment payment) {
    for (Allocation allocation : payments.standing(payment)) {
      if (!allocation.isWriteOff()) {
        release(allocation, payment, openItems.find(allocation));
      }
    }
  }

  /**
   * Undoes one allocation: the amount becomes credit again, and what was written off beside it is
   * owed again.
   */
  void release(Allocation allocation, Payment payment, OpenItem item) {
    if (allocation.isWriteOff()) {
      undoWriteOff(allocation, item);
      return;
    }
    payments.standing(payment).stream()
        .filter(each -> each.isWriteOff() && each.getOpenItemId() == item.getId())
        .forEach(each -> undoWriteOff(each, item));
    Money piece = allocation.getPiece();
    item.reopen(piece);
    payment.giveBack(piece);
    payments.add(allocation.reversal(clock.instant(), user.name()));
    ledger.book(
        item.getAccountId(),
        TransactionKind.RELEASE,
        "allocation/" + allocation.getId(),
        today(),
        item.getNumber(),
        Bookkeeping.release(piece));
    publish(payment, item, piece.negated());
  }

  /**
   * Sends a payment, of which nothing is allocated, back to its payer.
   *
   * @param account null when the customer is not known
   */
  void sendBack(Payment payment, FinancialAccount account, LocalDate on, String reference) {
    sendBack(
        payment,
        account,
        on,
        reference,
        Bookkeeping.returned(payment.getMethod(), payment.getTotal(), account != null));
  }

  /** As {@link #sendBack}, with a posting of its own. */
  void sendBack(
      Payment payment, FinancialAccount account, LocalDate on, String reference, Posting posting) {
    payment.sendBack();
    ledger.book(
        account == null ? LedgerTransaction.HOUSE : account.getAccountId(),
        TransactionKind.RETURN,
        "payment/" + payment.getId(),
        on,
        reference,
        posting);
  }

  private void writeOff(Payment payment, OpenItem item, Money rest) {
    item.settle(rest);
    Allocation allocation =
        new Allocation(payment, item, rest, clock.instant(), user.name()).asWriteOff();
    payments.add(allocation);
    ledger.book(
        item.getAccountId(),
        TransactionKind.WRITE_OFF,
        "allocation/" + allocation.getId(),
        today(),
        item.getNumber(),
        Bookkeeping.writeOff(rest));
  }

  private void undoWriteOff(Allocation allocation, OpenItem item) {
    item.reopen(allocation.getPiece());
    payments.add(allocation.reversal(clock.instant(), user.name()));
    ledger.book(
        item.getAccountId(),
        TransactionKind.WRITE_OFF_REVERSAL,
        "allocation/" + allocation.getId(),
        today(),
        item.getNumber(),
        Bookkeeping.writeOffReversal(allocation.getPiece()));
  }

  private void allocate(Payment payment, OpenItem item, Money piece, AllocationBooking booking) {
    item.settle(piece);
    payment.use(piece);
    Allocation allocation = new Allocation(payment, item, piece, clock.instant(), user.name());
    payments.add(allocation);
    booking.book(item, allocation);
    publish(payment, item, piece);
  }

  /** Books an allocation with its payment, or by itself if the debt came after the money. */
  private void book(OpenItem item, Allocation allocation, Payment payment, List<Posting> whole) {
    if (item.getIssuedOn().isAfter(payment.getReceivedOn())) {
      book(item, allocation);
    } else {
      whole.add(posting(allocation));
    }
  }

  /** An allocation that comes after its payment is a transaction of its own. */
  private void book(OpenItem item, Allocation allocation) {
    ledger.book(
        item.getAccountId(),
        TransactionKind.ALLOCATION,
        "allocation/" + allocation.getId(),
        today(),
        item.getNumber(),
        posting(allocation));
  }

  private static Posting posting(Allocation allocation) {
    return Bookkeeping.allocation(allocation.getPiece());
  }

  private void publish(Payment payment, OpenItem item, Money piece) {
    outbox.publish(
        new PaymentAllocated(
            payment.getId(),
            item.getAccountId(),
            item.getNumber(),
            piece.amount(),
            item.getOpen().amount(),
            piece.currency()));
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
