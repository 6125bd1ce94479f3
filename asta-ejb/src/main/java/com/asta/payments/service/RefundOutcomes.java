package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.payments.model.Payment;
import com.asta.payments.model.Refund;
import com.asta.payments.rules.BankReason;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.RefundState;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.CollectionOutcomes.Effect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sets credit aside for a refund, and makes it credit again when the refund comes to nothing. */
@ApplicationScoped
class RefundOutcomes {
  private static final String SUBJECT = "Refund";

  @Inject private Refunds refunds;
  @Inject private FinancialAccounts accounts;
  @Inject private Payments payments;
  @Inject private Ledger ledger;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Takes the credit, the oldest first; callers hold the account and know that it suffices. */
  void setAside(Refund refund, List<Payment> credits) {
    Money left = refund.getTotal();
    for (Payment credit : credits) {
      Money free = credit.getUnallocated();
      Money piece = free.compareTo(left) < 0 ? free : left;
      if (piece.isPositive()) {
        credit.refund(piece);
        refunds.add(refund.getId(), credit.getId(), piece);
        left = left.minus(piece);
      }
    }
    if (!left.isZero()) {
      throw new IllegalStateException("Refund " + refund.getId() + " lacks " + left);
    }
    book(refund, TransactionKind.REFUND, today());
  }

  /** Makes what was set aside credit again; callers hold the account. */
  void giveBack(Refund refund, LocalDate on) {
    for (Refunds.Piece piece : refunds.pieces(refund.getId())) {
      payments
          .locked(piece.paymentId())
          .takeRefundBack(Money.of(piece.amount(), refund.getTotal().currency()));
    }
    book(refund, TransactionKind.REFUND_REVERSAL, on);
  }

  /** The bank says that it does not pay a refund. */
  Effect reject(long id, String reason, LocalDate on) {
    Optional<RefundRow> found = refunds.find(id);
    if (found.isEmpty()) {
      return Effect.IMPOSSIBLE;
    }
    accounts.locked(found.get().accountId());
    Refund refund = refunds.locked(id);
    if (refund.getState() == RefundState.REJECTED) {
      return Effect.KNOWN;
    }
    if (!refund.getState().mayBecome(RefundState.REJECTED)) {
      return Effect.IMPOSSIBLE;
    }
    refund.reject(reason);
    giveBack(refund, on);
    audit.record(SUBJECT, id, "rejected", null, null, reason);
    return Effect.CHANGED;
  }

  /**
   * Money left the bank account, or came back to it: a refund whose reference and amount fit is
   * paid, or bounced. The entry is booked as any other that goes out.
   */
  void moved(StatementEntry entry, long entryId, List<OwnReference> references) {
    for (OwnReference reference : references) {
      if (reference.kind() == OwnReference.Kind.RFC) {
        refunds
            .find(reference.id())
            .filter(each -> each.amount().equals(entry.amount()))
            .ifPresent(each -> moved(each, entry, entryId));
        return;
      }
    }
    references.stream()
        .filter(each -> each.kind() == OwnReference.Kind.RFM && !entry.raisesBalance())
        .findFirst()
        .ifPresent(each -> paidTogether(each.id(), entry, entryId));
  }

  private void moved(RefundRow row, StatementEntry entry, long entryId) {
    if (entry.raisesBalance()) {
      reject(row.id(), BankReason.in(entry.text()), entry.bookedOn());
    } else {
      pay(row, entry, entryId);
    }
  }

  private void paidTogether(long batchId, StatementEntry entry, long entryId) {
    List<RefundRow> waiting = refunds.submitted(batchId);
    Money sum =
        Money.sum(
            waiting.stream()
                .map(RefundRow::amount)
                .filter(each -> each.currency().equals(entry.amount().currency()))
                .toList(),
            entry.amount().currency());
    if (sum.equals(entry.amount())) {
      waiting.forEach(each -> pay(each, entry, entryId));
    }
  }

  private void pay(RefundRow row, StatementEntry entry, long entryId) {
    accounts.locked(row.accountId());
    Refund refund = refunds.locked(row.id());
    if (refund.getState() == RefundState.SUBMITTED) {
      refund.pay(entryId);
      audit.record(SUBJECT, row.id(), "paid", null, null, entry.reference());
    }
  }

  private void book(Refund refund, TransactionKind kind, LocalDate on) {
    ledger.book(
        refund.getAccountId(),
        kind,
        "refund/" + refund.getId(),
        on,
        new OwnReference(OwnReference.Kind.RFC, refund.getId()).text(),
        kind == TransactionKind.REFUND
            ? Bookkeeping.refund(refund.getTotal())
            : Bookkeeping.refundReversal(refund.getTotal()));
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
