package com.asta.payments.service;

import com.asta.billing.service.BillingRefused;
import com.asta.common.Money;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Suspense;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.model.Mandate;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.BankReason;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.MandateState;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.RetrySchedule;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.TransactionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What becomes of collections: collected, they pay their debt; failed, they leave it open, or open
 * again, and the policy says what follows. Locks are taken in the order group, account, collection.
 */
@ApplicationScoped
class CollectionOutcomes {
  /** Who tells of payments by direct debit; with the end-to-end identification it is their key. */
  static final String SOURCE = "direct-debit";

  @Inject private DebitCollections collections;
  @Inject private DebitBatches batches;
  @Inject private DebitPolicies policies;
  @Inject private MandateStore mandates;
  @Inject private FinancialAccounts accounts;
  @Inject private Payments payments;
  @Inject private Settlement settlement;
  @Inject private PaymentReturns returns;
  @Inject private BankEntries bank;
  @Inject private Ledger ledger;
  @Inject private ReturnFees fees;
  @Inject private Suspense suspense;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** What telling an outcome led to. */
  enum Effect {
    CHANGED,
    /** It was known. */
    KNOWN,
    /** It cannot be; a person has to look. */
    IMPOSSIBLE
  }

  /** Money on the bank account; ids are null when no statement told of it just now. */
  record Arrival(LocalDate bookedOn, LocalDate valueOn, Long statementId, Long fileId) {}

  /** The bank credited collections of a group, or took some back before they were settled. */
  void credit(DebitGroupRow group, Money signed, LocalDate on, long entryId) {
    batches.credit(group.id(), signed.amount());
    bank.ofCollections(entryId, group.reference());
    ledger.book(
        LedgerTransaction.HOUSE,
        TransactionKind.COLLECTION,
        "entry/" + entryId,
        on,
        group.reference(),
        List.of(Bookkeeping.collected(signed)));
  }

  /** Settles what a group still waits for if that is exactly what the bank credited for it. */
  void explain(long groupId, Arrival arrival) {
    DebitGroupRow group = batches.lockedGroup(groupId);
    List<CollectionRow> waiting = collections.outstanding(groupId);
    if (!waiting.isEmpty() && sum(waiting, group).equals(group.unexplained())) {
      waiting.forEach(each -> collect(each.id(), arrival));
    }
  }

  static Money sum(List<CollectionRow> rows, DebitGroupRow group) {
    return Money.sum(rows.stream().map(CollectionRow::amount).toList(), group.amount().currency());
  }

  /** A collection's money is there: it pays the debt it was made for. */
  Effect collect(long id, Arrival arrival) {
    CollectionRow found = collections.find(id).orElseThrow();
    FinancialAccount account = accounts.locked(found.accountId());
    CollectionRow row = collections.locked(id);
    if (!row.state().isOutstanding()) {
      return row.state() == CollectionState.COLLECTED ? Effect.KNOWN : Effect.IMPOSSIBLE;
    }
    Payment payment =
        new Payment(PaymentMethod.DIRECT_DEBIT, SOURCE, row.endToEndId(), row.amount())
            .received(arrival.bookedOn(), arrival.valueOn(), clock.instant(), user.name())
            .from(
                new IncomingPayment(
                    row.amount(),
                    row.debtorName(),
                    row.iban(),
                    row.number() + " · " + row.mandateReference()))
            .onStatement(arrival.statementId(), arrival.fileId());
    settlement.record(payment, account, MatchRule.DIRECT_DEBIT, Set.of(row.openItemId()));
    collections.move(id, CollectionState.COLLECTED, "", clock.instant());
    collections.paidBy(id, payment.getId());
    batches.settle(row.groupId(), row.amount().amount());
    if (row.sequence().isLast()) {
      move(row, MandateState.EXPIRED, row.sequence().name());
    }
    return Effect.CHANGED;
  }

  /** The bank says that it does not collect, or takes back what it collected. */
  Effect reject(long id, String reason, LocalDate on) {
    CollectionRow found = collections.find(id).orElseThrow();
    FinancialAccount account = accounts.locked(found.accountId());
    CollectionRow row = collections.locked(id);
    switch (row.state()) {
      case SUBMITTED, ACCEPTED -> {
        collections.move(id, CollectionState.REJECTED, reason, clock.instant());
        follow(row, reason, on);
        return Effect.CHANGED;
      }
      case COLLECTED -> {
        Payment payment = payments.locked(row.paymentId());
        if (payment.isReturned() || payment.getRefunded().isPositive()) {
          return Effect.IMPOSSIBLE;
        }
        settlement.releaseAll(payment);
        settlement.sendBack(
            payment, account, on, row.endToEndId(), Bookkeeping.returnReported(payment.getTotal()));
        audit.record("Payment", row.paymentId(), "returned", null, null, reason);
        collections.reported(id, true);
        returned(row, reason, on);
        return Effect.CHANGED;
      }
      case REJECTED, RETURNED, CANCELLED -> {
        return Effect.KNOWN;
      }
      default -> {
        return Effect.IMPOSSIBLE;
      }
    }
  }

  /** The bank took a collection's money back by a statement entry. */
  Effect takeBack(DebitGroupRow group, long id, StatementEntry entry, long entryId) {
    CollectionRow found = collections.find(id).orElseThrow();
    accounts.locked(found.accountId());
    CollectionRow row = collections.locked(id);
    String reason = BankReason.in(entry.text());
    if (row.state() == CollectionState.RETURNED && row.reported()) {
      collections.reported(id, false);
      bank.linked(entryId, row.paymentId());
      ledger.book(
          LedgerTransaction.HOUSE,
          TransactionKind.COLLECTION,
          "entry/" + entryId,
          entry.bookedOn(),
          entry.reference(),
          List.of(Bookkeeping.collected(entry.amount().negated())));
      return Effect.CHANGED;
    }
    if (row.state().isOutstanding()) {
      credit(group, entry.amount().negated(), entry.bookedOn(), entryId);
      returned(row, reason, entry.bookedOn());
      return Effect.CHANGED;
    }
    if (row.state() == CollectionState.COLLECTED && mayReturn(row)) {
      returns.takeBack(row.paymentId(), entryId, entry);
      returned(row, reason, entry.bookedOn());
      return Effect.CHANGED;
    }
    return Effect.IMPOSSIBLE;
  }

  private boolean mayReturn(CollectionRow row) {
    Payment payment = payments.locked(row.paymentId());
    return !payment.isReturned() && !payment.getRefunded().isPositive();
  }

  private void returned(CollectionRow row, String reason, LocalDate on) {
    collections.move(row.id(), CollectionState.RETURNED, reason, clock.instant());
    follow(row, reason, on);
    Money fee = policies.policy().returnFee();
    if (fee.isPositive() && fee.currency().equals(row.amount().currency())) {
      try {
        fees.charge(row.id(), row.accountId(), fee);
      } catch (BillingRefused refused) {
        suspense.add(
            "payments",
            row.endToEndId(),
            null,
            "RETURN_FEE_FAILED",
            row.accountNumber() + " · " + fee,
            refused.reason().name());
      }
    }
  }

  private void follow(CollectionRow row, String reason, LocalDate on) {
    RetrySchedule.Next next = policies.policy().retries().after(reason, row.attempt(), on);
    collections.retryOn(row.id(), next.retryOn());
    if (next.suspend()) {
      move(row, MandateState.SUSPENDED, reason);
    }
  }

  private void move(CollectionRow row, MandateState next, String why) {
    Mandate mandate = mandates.locked(row.mandateId());
    if (mandate.getState().mayBecome(next)) {
      audit.record(
          "Mandate",
          row.mandateId(),
          "changed",
          "state",
          mandate.getState().name(),
          next + " " + why);
      mandate.become(next);
    }
  }
}
