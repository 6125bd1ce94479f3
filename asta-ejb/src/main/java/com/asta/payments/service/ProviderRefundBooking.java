package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.payments.model.Allocation;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.Payment;
import com.asta.payments.model.PaymentAttempt;
import com.asta.payments.model.ProviderRefund;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.ProviderRefundState;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Records refunds. The money leaves the customer's account before the provider is spoken to, so
 * that it cannot be used meanwhile; if the provider refuses, it comes back.
 */
@ApplicationScoped
class ProviderRefundBooking {
  private static final int SHORTEST_REASON = 3;
  private static final int LONGEST_REASON = 200;

  @Inject private ProviderRefunds refunds;
  @Inject private PaymentAttempts attempts;
  @Inject private Payments payments;
  @Inject private OpenItems openItems;
  @Inject private FinancialAccounts accounts;
  @Inject private Settlement settlement;
  @Inject private ProviderPolicies policies;
  @Inject private Ledger ledger;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** A wish as it was recorded. */
  record Recorded(long id, boolean fresh) {}

  /** What to send to or ask of a provider. */
  record Question(String gateway, ProviderRefundOrder order) {}

  /**
   * Records a wish, and approves it if it is small.
   *
   * @return not fresh if the key was used before
   */
  Recorded request(NewProviderRefund wish, String by) {
    AttemptRow paid = paid(wish.paymentId());
    FinancialAccount account = accounts.locked(paid.accountId());
    Payment payment = payments.locked(wish.paymentId());
    Optional<ProviderRefundRow> before = refunds.byKey(wish.paymentId(), wish.requestKey());
    if (before.isPresent()) {
      if (!before.get().amount().equals(wish.amount())) {
        throw new PaymentsRefused(Reason.KEY_REUSED, before.get().amount());
      }
      return new Recorded(before.get().id(), false);
    }
    check(wish, payment);
    ProviderRefund refund = add(ProviderRefund.Kind.REFUND, wish, paid, by);
    if (wish.amount().compareTo(policies.refundLimit(wish.amount().currency())) <= 0) {
      approve(refund, payment, account, by);
    }
    return new Recorded(refund.getId(), true);
  }

  /** Notes that the payer's bank took the whole payment back; the provider pays out less. */
  long chargeBack(NewProviderRefund wish, String by) {
    AttemptRow paid = paid(wish.paymentId());
    FinancialAccount account = accounts.locked(paid.accountId());
    Payment payment = payments.locked(wish.paymentId());
    check(wish, payment);
    ProviderRefund refund = add(ProviderRefund.Kind.CHARGEBACK, wish, paid, by);
    approve(refund, payment, account, by);
    refund.told(ProviderRefundState.COMPLETED, clock.instant());
    return refund.getId();
  }

  private AttemptRow paid(long paymentId) {
    return attempts
        .ofPayment(paymentId)
        .orElseThrow(() -> new PaymentsRefused(Reason.NOT_ELECTRONIC, paymentId));
  }

  private void check(NewProviderRefund wish, Payment payment) {
    if (wish.reason().length() < SHORTEST_REASON || wish.reason().length() > LONGEST_REASON) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    if (!wish.amount().isPositive()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE);
    }
    if (!wish.amount().rounded().equals(wish.amount())) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE);
    }
    if (payment.getAccountId() == null || wish.amount().compareTo(payment.getRefundable()) > 0) {
      throw new PaymentsRefused(Reason.REFUND_TOO_HIGH, payment.getRefundable());
    }
    if (refunds.openOf(wish.paymentId()).isPresent()) {
      throw new PaymentsRefused(Reason.REFUND_OPEN);
    }
  }

  private ProviderRefund add(
      ProviderRefund.Kind kind, NewProviderRefund wish, AttemptRow paid, String by) {
    PaymentAttempt attempt = attempts.locked(paid.id());
    ProviderRefund refund =
        new ProviderRefund(
                kind, attempt, "RF-" + UUID.randomUUID(), wish.requestKey(), wish.amount())
            .requested(wish.reason(), clock.instant(), by);
    refunds.add(refund);
    audit.record(
        "Payment",
        wish.paymentId(),
        kind == ProviderRefund.Kind.REFUND ? "refund requested" : "charged back",
        wish.reason(),
        null,
        wish.amount().toString());
    return refund;
  }

  /** A second person agrees. */
  void approve(long id, String by) {
    FinancialAccount account = accounts.locked(refunds.accountOf(id));
    ProviderRefund refund = waiting(id, by);
    approve(refund, payments.locked(refund.getPaymentId()), account, by);
  }

  /** A second person says no. */
  void deny(long id, String by) {
    accounts.locked(refunds.accountOf(id));
    ProviderRefund refund = waiting(id, by);
    refund.deny(clock.instant(), by);
    audit.record("Payment", refund.getPaymentId(), "refund denied", null, null, null);
  }

  private ProviderRefund waiting(long id, String by) {
    ProviderRefund refund = refunds.locked(id);
    if (refund.getState() != ProviderRefundState.REQUESTED) {
      throw new PaymentsRefused(Reason.REFUND_DECIDED);
    }
    if (refund.getRequestedBy().equals(by)) {
      throw new PaymentsRefused(Reason.REFUND_OWN);
    }
    return refund;
  }

  private void approve(
      ProviderRefund refund, Payment payment, FinancialAccount account, String by) {
    boolean released = release(payment, refund.getTotal());
    payment.returnPart(refund.getTotal());
    refund.approve(clock.instant(), by);
    ledger.book(
        account.getAccountId(),
        refund.getKind() == ProviderRefund.Kind.REFUND
            ? TransactionKind.PROVIDER_REFUND
            : TransactionKind.CHARGEBACK,
        source(refund),
        today(),
        payment.getReference(),
        Bookkeeping.providerRefund(refund.getTotal()));
    if (released && payment.getUnallocated().isPositive()) {
      settlement.settle(payment, account, Set.of());
    }
    audit.record("Payment", payment.getId(), "refunded", null, null, refund.getTotal().toString());
  }

  /** Undoes allocations, the newest first, until so much is unallocated; true if it undid any. */
  private boolean release(Payment payment, Money needed) {
    boolean released = false;
    List<Allocation> standing = new ArrayList<>(payments.standing(payment));
    Collections.reverse(standing);
    for (Allocation each : standing) {
      if (payment.getUnallocated().compareTo(needed) >= 0) {
        return released;
      }
      if (!each.isWriteOff()) {
        settlement.release(each, payment, openItems.find(each));
        released = true;
      }
    }
    return released;
  }

  /** What to send to or ask of the provider; empty if there is nothing. */
  Optional<Question> question(long id, boolean counted) {
    accounts.locked(refunds.accountOf(id));
    ProviderRefund refund = refunds.locked(id);
    if (refund.getState().isFinal() || refund.getState() == ProviderRefundState.REQUESTED) {
      return Optional.empty();
    }
    if (counted) {
      refund.asked(clock.instant());
    }
    PaymentAttempt attempt = attempts.locked(refund.getAttemptId());
    return Optional.of(
        new Question(
            attempt.getGateway(),
            new ProviderRefundOrder(
                refund.getExternalId(),
                attempt.getProviderId(),
                refund.getProviderId(),
                refund.getTotal(),
                refund.getReason())));
  }

  /** Applies what the provider said, or that it said nothing. */
  void learn(long id, ProviderRefundAnswer answer, Instant at) {
    FinancialAccount account = accounts.locked(refunds.accountOf(id));
    ProviderRefund refund = refunds.locked(id);
    ProviderRefundState before = refund.getState();
    refund.learn(answer.refundId(), answer.failure());
    if (answer.told() == null) {
      refund.timedOut(at);
    } else {
      refund.told(answer.told(), at);
    }
    ProviderRefundState after = refund.getState();
    if (after == ProviderRefundState.REJECTED && before != ProviderRefundState.REJECTED) {
      comeBack(refund, account);
    } else if (after == ProviderRefundState.COMPLETED && before == ProviderRefundState.REJECTED) {
      leaveAgain(refund, account);
    }
  }

  /** What a notification tells of a refund; false if it is none of ours. */
  boolean learn(long attemptId, ProviderNotice notice, Instant at) {
    Optional<Long> meant = refunds.meant(attemptId, notice.refund(), notice.refundAmount());
    meant.ifPresent(
        id ->
            learn(
                id,
                new ProviderRefundAnswer(
                    notice.refund().told(), notice.refund().refundId(), notice.refund().failure()),
                at));
    return meant.isPresent();
  }

  private void comeBack(ProviderRefund refund, FinancialAccount account) {
    Payment payment = payments.locked(refund.getPaymentId());
    payment.undoReturn(refund.getTotal());
    ledger.book(
        account.getAccountId(),
        TransactionKind.PROVIDER_REFUND_REVERSAL,
        source(refund),
        today(),
        payment.getReference(),
        Bookkeeping.providerRefundReversal(refund.getTotal()));
    settlement.settle(payment, account, Set.of());
    audit.record(
        "Payment", payment.getId(), "refund rejected", null, refund.getTotal().toString(), null);
  }

  /** The provider first said no and then paid back after all. */
  private void leaveAgain(ProviderRefund refund, FinancialAccount account) {
    Payment payment = payments.locked(refund.getPaymentId());
    release(payment, refund.getTotal());
    payment.returnPart(refund.getTotal());
    ledger.book(
        account.getAccountId(),
        TransactionKind.PROVIDER_REFUND,
        source(refund) + "/again",
        today(),
        payment.getReference(),
        Bookkeeping.providerRefund(refund.getTotal()));
  }

  private static String source(ProviderRefund refund) {
    return "refund/" + refund.getId();
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
