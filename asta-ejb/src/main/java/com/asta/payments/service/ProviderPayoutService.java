package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.PayoutSplit;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Settles what the payment provider paid out: a bank line without a customer clears the payments it
 * collected, less refunds, and what is missing is its fee.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class ProviderPayoutService {
  private static final List<Long> LIKELY_DAYS_BEFORE = List.of(1L, 0L, 2L, 3L, 4L, 5L, 6L, 7L);

  @Inject private Payments payments;
  @Inject private Ledger ledger;
  @Inject private Database sql;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** One attempt or refund that waits to be paid out. */
  private record Waiting(long id, Money amount) {}

  /**
   * What a payment in suspense would settle as a payout.
   *
   * @param until the last day whose payments it covers
   * @throws PaymentsRefused NO_SUCH_PAYMENT, NOT_IN_SUSPENSE
   */
  public PayoutProposal proposal(long paymentId, LocalDate until) {
    PaymentRow row =
        payments
            .row(paymentId)
            .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_PAYMENT, paymentId));
    if (row.accountId() != null || row.returned()) {
      throw new PaymentsRefused(Reason.NOT_IN_SUSPENSE);
    }
    String currency = row.amount().currency();
    List<Waiting> collected = collected(until, currency);
    List<Waiting> back = givenBack(until, currency);
    Money gross = sum(collected, currency).minus(sum(back, currency));
    return new PayoutProposal(
        until, collected.size(), back.size(), new PayoutSplit(gross, row.amount()));
  }

  /**
   * The day up to which a payment in suspense is likely a payout: the day before it arrived if that
   * fits, else the nearest that does.
   *
   * @throws PaymentsRefused NO_SUCH_PAYMENT, NOT_IN_SUSPENSE
   */
  public LocalDate likelyUntil(long paymentId) {
    LocalDate arrived =
        payments
            .row(paymentId)
            .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_PAYMENT, paymentId))
            .receivedOn();
    return LIKELY_DAYS_BEFORE.stream()
        .map(arrived::minusDays)
        .filter(day -> proposal(paymentId, day).split().isPlausible())
        .findFirst()
        .orElse(arrived.minusDays(1));
  }

  /** Whether a payment was settled as a payout. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public boolean isPayout(long paymentId) {
    return sql.first(
            "select 1 from payments.provider_payout where payment_id = ?", row -> true, paymentId)
        .isPresent();
  }

  /**
   * Settles a payment in suspense as a payout.
   *
   * @throws PaymentsRefused NO_SUCH_PAYMENT, NOT_IN_SUSPENSE, PAYOUT_IMPLAUSIBLE if the fee cannot
   *     be one
   */
  public PayoutProposal settle(long paymentId, LocalDate until) {
    Payment payment = payments.locked(paymentId);
    if (payment.getAccountId() != null || payment.isReturned()) {
      throw new PaymentsRefused(Reason.NOT_IN_SUSPENSE);
    }
    Money net = payment.getTotal();
    List<Waiting> collected = collected(until, net.currency());
    List<Waiting> back = givenBack(until, net.currency());
    Money gross = sum(collected, net.currency()).minus(sum(back, net.currency()));
    PayoutSplit split =
        new PayoutSplit(gross, net)
            .ifPlausible()
            .orElseThrow(() -> new PaymentsRefused(Reason.PAYOUT_IMPLAUSIBLE, gross, net));
    record(paymentId, until, split);
    mark("payment_attempt", paymentId, collected);
    mark("provider_refund", paymentId, back);
    payment.settleAsPayout();
    ledger.book(
        LedgerTransaction.HOUSE,
        TransactionKind.PROVIDER_PAYOUT,
        "payment/" + paymentId,
        OperatorZone.dayOf(clock.instant()),
        payment.getReference(),
        Bookkeeping.payout(split));
    audit.record("Payment", paymentId, "settled", "payout", null, gross + " - " + split.fee());
    return new PayoutProposal(until, collected.size(), back.size(), split);
  }

  /** Paid attempts not paid out yet, locked; another payout that takes them is waited for. */
  private List<Waiting> collected(LocalDate until, String currency) {
    return sql.rows(
        "select id, amount, currency from payments.payment_attempt where state = 'COMPLETED'"
            + " and payout_id is null and currency = ? and finished_at < ? order by id for update",
        row -> new Waiting(row.getLong("id"), Database.money(row, "amount")),
        currency,
        endOf(until));
  }

  private List<Waiting> givenBack(LocalDate until, String currency) {
    return sql.rows(
        "select id, amount, currency from payments.provider_refund where state = 'COMPLETED'"
            + " and payout_id is null and currency = ? and finished_at < ? order by id for update",
        row -> new Waiting(row.getLong("id"), Database.money(row, "amount")),
        currency,
        endOf(until));
  }

  private void record(long paymentId, LocalDate until, PayoutSplit split) {
    sql.update(
        "insert into payments.provider_payout"
            + " (payment_id, until, gross, fee, net, currency, settled_at, settled_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        paymentId,
        until,
        split.gross().amount(),
        split.fee().amount(),
        split.net().amount(),
        split.net().currency(),
        clock.instant(),
        user.name());
  }

  private void mark(String table, long payout, List<Waiting> rows) {
    sql.update(
        "update payments." + table + " set payout_id = ? where id = any (?::bigint[])",
        payout,
        rows.stream().map(Waiting::id).toList());
  }

  private static Money sum(List<Waiting> rows, String currency) {
    return Money.sum(rows.stream().map(Waiting::amount).toList(), currency);
  }

  private static Instant endOf(LocalDate day) {
    return OperatorZone.startOf(day.plusDays(1));
  }
}
