package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.payments.model.CashReceipt;
import com.asta.payments.model.CashShift;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.CashMovementKind;
import com.asta.payments.rules.CashShiftState;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes cash and gives receipts, numbered without gaps in a series for each register. */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class CashDesk {
  private static final String RECEIPT =
      "select r.*, g.name as register_name, p.account_id, p.customer_id, p.amount, p.currency,"
          + " p.payer_name, a.number as account_number from payments.cash_receipt r"
          + " join payments.cash_register g on g.code = r.register"
          + " join payments.payment p on p.id = r.payment_id"
          + " left join payments.financial_account a on a.account_id = p.account_id";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Payments payments;
  @Inject private FinancialAccounts accounts;
  @Inject private Settlement settlement;
  @Inject private CashShifts shifts;
  @Inject private CashDrawer drawer;
  @Inject private Database sql;
  @Inject private AuditLog audit;
  @Inject private OperatorProfile operators;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Records a cash payment, settles the account's oldest debts with it and issues a receipt.
   *
   * @return the receipt's id; the first one's when the request key is repeated
   * @throws PaymentsRefused AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE, CURRENCY_DIFFERS,
   *     NO_SUCH_REGISTER, KEY_REUSED when the key came with another amount or account,
   *     NO_OPEN_SHIFT, NOT_YOUR_SHIFT
   */
  public long receive(NewCashPayment cash) {
    Money amount = cash.amount();
    if (!amount.isPositive()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE, amount);
    }
    if (!amount.rounded().equals(amount)) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE, amount);
    }
    FinancialAccount account = accounts.locked(cash.accountId());
    if (!amount.currency().equals(account.getCurrency())) {
      throw new PaymentsRefused(Reason.CURRENCY_DIFFERS, account.getCurrency());
    }
    drawer.lock(cash.register());
    Optional<Payment> before = payments.byReference(source(cash), cash.requestKey());
    return before.isPresent() ? repeated(before.get(), cash) : first(cash, account);
  }

  /**
   * Cancels a receipt within its shift: the money goes back out of the drawer, and what the payment
   * settled is open again.
   *
   * @throws PaymentsRefused NO_SUCH_RECEIPT, REASON_MISSING, RECEIPT_CANCELLED, SHIFT_OVER,
   *     NOT_YOUR_SHIFT, DRAWER_TOO_SMALL
   */
  public void cancel(long receiptId, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    ReceiptCard card = receipt(receiptId);
    FinancialAccount account = accounts.locked(card.accountId());
    drawer.lock(card.register());
    CashReceipt receipt = entities.find(CashReceipt.class, receiptId);
    if (receipt.isCancelled()) {
      throw new PaymentsRefused(Reason.RECEIPT_CANCELLED, card.number());
    }
    CashShift shift = shifts.current(card.register()).orElse(null);
    if (shift == null || !shift.getId().equals(receipt.getShiftId())) {
      throw new PaymentsRefused(Reason.SHIFT_OVER, card.number());
    }
    requireOwn(shift);
    if (drawer.expected(shift).compareTo(card.amount()) < 0) {
      throw new PaymentsRefused(Reason.DRAWER_TOO_SMALL, card.amount());
    }
    Payment payment = payments.locked(receipt.getPaymentId());
    settlement.releaseAll(payment);
    settlement.sendBack(
        payment, account, OperatorZone.dayOf(clock.instant()), receipt.printedNumber());
    receipt.cancel(reason.strip(), clock.instant(), user.name());
    drawer.received(
        shift, CashMovementKind.CANCELLATION, card.amount().negated(), receiptId, reason.strip());
    audit.record(
        "Payment",
        payment.getId(),
        "cancelled",
        receipt.printedNumber(),
        card.amount().toString(),
        reason.strip());
  }

  /**
   * A receipt.
   *
   * @throws PaymentsRefused NO_SUCH_RECEIPT
   */
  public ReceiptCard receipt(long id) {
    return receipts(" where r.id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_RECEIPT, id));
  }

  /** The receipt of a payment, empty if it was not paid in cash. */
  public Optional<ReceiptCard> receiptOf(long paymentId) {
    return receipts(" where r.payment_id = ?", paymentId).stream().findFirst();
  }

  /** Receipts of a register, newest first. */
  public List<ReceiptCard> list(String register, int offset, int limit) {
    return receipts(
        " where r.register = ? order by r.number desc offset ? limit ?", register, offset, limit);
  }

  /** All registers with the takings of today. */
  public List<CashRegisterRow> registers() {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    return sql.rows(
        "select g.code, g.name, count(r.id) as receipts, coalesce(sum(p.amount)"
            + " filter (where r.cancelled_at is null), 0) as taken,"
            + " ?::text as currency from payments.cash_register g"
            + " left join payments.cash_receipt r on r.register = g.code and r.issued_at >= ?"
            + " left join payments.payment p on p.id = r.payment_id"
            + " group by g.code, g.name order by g.code",
        row ->
            new CashRegisterRow(
                row.getString("code"),
                row.getString("name"),
                row.getLong("receipts"),
                Database.money(row, "taken")),
        operators.operator().currency(),
        OperatorZone.startOf(today));
  }

  private long first(NewCashPayment cash, FinancialAccount account) {
    CashShift shift =
        shifts
            .current(cash.register())
            .orElseThrow(() -> new PaymentsRefused(Reason.NO_OPEN_SHIFT, cash.register()));
    requireOwn(shift);
    Instant now = clock.instant();
    LocalDate today = OperatorZone.dayOf(now);
    Payment payment =
        new Payment(PaymentMethod.CASH, source(cash), cash.requestKey(), cash.amount())
            .received(today, today, now, user.name())
            .from(new IncomingPayment(cash.amount(), cash.payerName(), "", ""));
    settlement.record(payment, account, MatchRule.BY_HAND, Set.of());
    CashReceipt receipt =
        new CashReceipt(shift, nextNumber(cash.register()), payment.getId(), now, user.name());
    entities.persist(receipt);
    entities.flush();
    drawer.received(shift, CashMovementKind.RECEIPT, cash.amount(), receipt.getId(), "");
    audit.record(
        "Payment",
        payment.getId(),
        "received",
        receipt.printedNumber(),
        null,
        cash.amount().toString());
    return receipt.getId();
  }

  private long repeated(Payment before, NewCashPayment cash) {
    if (!before.getTotal().equals(cash.amount())
        || !Long.valueOf(cash.accountId()).equals(before.getAccountId())) {
      throw new PaymentsRefused(Reason.KEY_REUSED, before.getTotal());
    }
    return receiptOf(before.getId()).orElseThrow().id();
  }

  private void requireOwn(CashShift shift) {
    if (shift.getState() != CashShiftState.OPEN || !shift.getCashier().equals(user.name())) {
      throw new PaymentsRefused(Reason.NOT_YOUR_SHIFT, shift.getRegister());
    }
  }

  /** The register is locked, and a number is given in the transaction of its receipt: no gaps. */
  private long nextNumber(String register) {
    return sql.first(
            "update payments.cash_register set last_number = last_number + 1 where code = ?"
                + " returning last_number",
            row -> row.getLong(1),
            register)
        .orElseThrow();
  }

  private List<ReceiptCard> receipts(String where, Object... arguments) {
    return sql.rows(
        RECEIPT + where,
        row ->
            new ReceiptCard(
                row.getLong("id"),
                CashReceipt.printed(row.getString("register"), row.getLong("number")),
                row.getString("register"),
                row.getString("register_name"),
                row.getLong("payment_id"),
                row.getLong("account_id"),
                row.getString("account_number"),
                row.getLong("customer_id"),
                Database.money(row, "amount"),
                row.getString("payer_name"),
                Database.instant(row, "issued_at"),
                row.getString("issued_by"),
                Database.longOrNull(row, "shift_id"),
                Database.instant(row, "cancelled_at"),
                row.getString("cancelled_by"),
                row.getString("cancel_reason")),
        arguments);
  }

  private static String source(NewCashPayment cash) {
    return "cash/" + cash.register();
  }
}
