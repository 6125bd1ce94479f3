package com.asta.payments.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.Roles;
import com.asta.payments.model.Allocation;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.OpenItem;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.Candidate;
import com.asta.payments.rules.Debtor;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.Matching;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Payments, and what a person does with them: look, match, undo. */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class PaymentService {
  @Inject private Payments payments;
  @Inject private OpenItems openItems;
  @Inject private FinancialAccounts accounts;
  @Inject private Settlement settlement;
  @Inject private Debtors debtors;
  @Inject private AuditLog audit;

  /** Newest first. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<PaymentRow> list(PaymentQuery query, int offset, int limit) {
    return payments.list(query, offset, limit);
  }

  /**
   * One payment.
   *
   * @throws PaymentsRefused NO_SUCH_PAYMENT
   */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public PaymentRow payment(long id) {
    return payments.row(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_PAYMENT, id));
  }

  /** What a payment settles and settled, in the order it happened. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<AllocationRow> allocations(long paymentId) {
    return payments.allocations(paymentId);
  }

  /** Payments without a customer behind the given one, oldest first. */
  public List<PaymentRow> unmatched(long afterId, int limit) {
    return payments.unmatched(afterId, limit);
  }

  public long countUnmatched() {
    return payments.countUnmatched();
  }

  /** Proposals for a payment without a customer, the likeliest first. */
  public List<Candidate> candidates(long paymentId, int limit) {
    IncomingPayment incoming = incoming(payment(paymentId));
    List<Debtor> possible = new ArrayList<>(debtors.of(List.of(incoming)).get(0));
    Set<Long> named = debtors.namedLike(incoming.payerName());
    possible.forEach(debtor -> named.remove(debtor.accountId()));
    possible.addAll(debtors.ofAccounts(named));
    return Matching.candidates(incoming, possible, limit);
  }

  /** Accounts that a person looked up, as proposals in their order; those without a sign too. */
  public List<Candidate> candidates(long paymentId, Collection<Long> accountIds) {
    IncomingPayment incoming = incoming(payment(paymentId));
    accountIds.forEach(accounts::known);
    List<Candidate> found = new ArrayList<>();
    for (Debtor debtor : debtors.ofAccounts(accountIds)) {
      found.add(
          Matching.candidates(incoming, List.of(debtor), 1).stream()
              .findFirst()
              .orElse(new Candidate(debtor, 0, List.of(), Set.of())));
    }
    return found;
  }

  /**
   * Gives a payment in suspense to an account and settles its debts, those named first.
   *
   * @throws PaymentsRefused NO_SUCH_PAYMENT, ALREADY_ASSIGNED, CURRENCY_DIFFERS
   */
  public void assign(long paymentId, long accountId, Set<Long> openItemIds) {
    FinancialAccount account = accounts.locked(accountId);
    Payment payment = notReturned(payments.locked(paymentId));
    if (payment.getAccountId() != null) {
      throw new PaymentsRefused(Reason.ALREADY_ASSIGNED, payment.getReference());
    }
    if (!payment.getTotal().currency().equals(account.getCurrency())) {
      throw new PaymentsRefused(Reason.CURRENCY_DIFFERS, account.getCurrency());
    }
    settlement.assign(payment, account, openItemIds);
    audit.record("Payment", paymentId, "assigned", "account", null, account.getNumber());
  }

  /**
   * Settles debts with what is left of a payment, those named first.
   *
   * @throws PaymentsRefused NO_SUCH_PAYMENT, NOT_ASSIGNED, NOTHING_LEFT
   */
  public void settle(long paymentId, Set<Long> openItemIds) {
    FinancialAccount account = accounts.locked(accountOf(paymentId));
    Payment payment = payments.locked(paymentId);
    if (payment.getUnallocated().isZero()) {
      throw new PaymentsRefused(Reason.NOTHING_LEFT, payment.getReference());
    }
    settlement.settle(payment, account, openItemIds);
    audit.record("Payment", paymentId, "settled", null, null, null);
  }

  /**
   * Undoes one allocation: the debt is open again, the amount is the customer's credit.
   *
   * @throws PaymentsRefused NO_SUCH_ALLOCATION, ALREADY_REVERSED
   */
  public void release(long allocationId) {
    Allocation allocation = payments.allocation(allocationId);
    accounts.locked(allocation.getAccountId());
    if (allocation.getReversesId() != null || payments.reversed(allocation)) {
      throw new PaymentsRefused(Reason.ALREADY_REVERSED, allocation.getPiece());
    }
    release(allocation, payments.locked(allocation.getPaymentId()));
  }

  /**
   * Takes a payment back from its customer: every allocation is undone and the money waits in
   * suspense again.
   *
   * @throws PaymentsRefused NO_SUCH_PAYMENT, NOT_ASSIGNED, CREDIT_NOTE_STAYS
   */
  public void unassign(long paymentId) {
    FinancialAccount account = accounts.locked(accountOf(paymentId));
    Payment payment = notReturned(payments.locked(paymentId));
    if (payment.getMethod() == PaymentMethod.CREDIT_NOTE) {
      throw new PaymentsRefused(Reason.CREDIT_NOTE_STAYS, payment.getReference());
    }
    settlement.releaseAll(payment);
    settlement.unassign(payment, account);
    audit.record("Payment", paymentId, "unassigned", "account", account.getNumber(), null);
  }

  private void release(Allocation allocation, Payment payment) {
    OpenItem item = openItems.find(allocation);
    settlement.release(allocation, payment, item);
    audit.record(
        "Payment",
        payment.getId(),
        "released",
        item.getNumber(),
        allocation.getPiece().toString(),
        null);
  }

  private static Payment notReturned(Payment payment) {
    if (payment.isReturned()) {
      throw new PaymentsRefused(Reason.PAYMENT_RETURNED, payment.getReference());
    }
    if (payment.getRefunded().isPositive()) {
      throw new PaymentsRefused(Reason.PAYMENT_REFUNDED, payment.getReference());
    }
    return payment;
  }

  private long accountOf(long paymentId) {
    PaymentRow row = payment(paymentId);
    if (row.accountId() == null) {
      throw new PaymentsRefused(Reason.NOT_ASSIGNED, row.reference());
    }
    return row.accountId();
  }

  private static IncomingPayment incoming(PaymentRow row) {
    return new IncomingPayment(
        row.amount(), row.payerName(), row.payerAccount(), row.detail(), row.creditedTo());
  }
}
