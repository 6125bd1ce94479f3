package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.payments.model.CashReceipt;
import com.asta.payments.model.CashShift;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.CashMovementKind;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What is in the drawers of the registers, and why. Callers hold the lock of the register. */
@ApplicationScoped
class CashDrawer {
  @Inject private Database sql;
  @Inject private Ledger ledger;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Locks a register until the transaction ends.
   *
   * @throws PaymentsRefused NO_SUCH_REGISTER
   */
  void lock(String register) {
    sql.first(
            "select code from payments.cash_register where code = ? for update",
            row -> row.getString(1),
            register)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_REGISTER, register));
  }

  /** What the last shift left; before the first, what was taken when there were none. */
  Money left(String register, String currency) {
    return sql.first(
            "select coalesce((select counted from payments.cash_shift where register = ?"
                + " and state = 'CLOSED' order by id desc limit 1),"
                + " (select coalesce(sum(amount), 0) from payments.cash_movement"
                + " where register = ? and shift_id is null)) as amount",
            row -> Money.of(row.getBigDecimal("amount"), currency),
            register,
            register)
        .orElseThrow();
  }

  /** What must be in the drawer by its movements. */
  Money expected(CashShift shift) {
    return sql.first(
            "select coalesce(sum(amount), 0) as amount from payments.cash_movement"
                + " where shift_id = ?",
            row -> Money.of(row.getBigDecimal("amount"), shift.getCarried().currency()),
            shift.getId())
        .orElseThrow()
        .plus(shift.getCarried());
  }

  /** Notes what a receipt, booked as a payment, brought or took. */
  void received(
      CashShift shift, CashMovementKind kind, Money amount, long receiptId, String reason) {
    insert(shift, kind, amount, receiptId, reason, null);
  }

  /**
   * Notes and books a movement.
   *
   * @param requestKey of the form; null where the form cannot come twice
   */
  void moved(
      CashShift shift, CashMovementKind kind, Money amount, String reason, String requestKey) {
    long id = insert(shift, kind, amount, null, reason, requestKey);
    ledger.book(
        LedgerTransaction.HOUSE,
        TransactionKind.CASH_MOVEMENT,
        "cash-movement/" + id,
        OperatorZone.dayOf(clock.instant()),
        shift.getRegister() + " " + reason,
        Bookkeeping.cash(kind, amount));
  }

  /** Whether a form came before. */
  boolean repeated(String requestKey) {
    return sql.first(
            "select 1 from payments.cash_movement where request_key = ?", row -> true, requestKey)
        .isPresent();
  }

  List<CashMovementRow> movements(long shiftId, int offset, int limit) {
    return sql.rows(
        "select m.*, r.number, r.cancelled_at from payments.cash_movement m"
            + " left join payments.cash_receipt r on r.id = m.receipt_id"
            + " where m.shift_id = ? order by m.id offset ? limit ?",
        row -> {
          Long receipt = Database.longOrNull(row, "receipt_id");
          return new CashMovementRow(
              row.getLong("id"),
              CashMovementKind.valueOf(row.getString("kind")),
              Database.money(row, "amount"),
              receipt,
              receipt == null
                  ? null
                  : CashReceipt.printed(row.getString("register"), row.getLong("number")),
              receipt != null && Database.instant(row, "cancelled_at") != null,
              row.getString("reason"),
              Database.instant(row, "created_at"));
        },
        shiftId,
        offset,
        limit);
  }

  private long insert(
      CashShift shift,
      CashMovementKind kind,
      Money amount,
      Long receiptId,
      String reason,
      String requestKey) {
    return sql.first(
            "insert into payments.cash_movement (register, shift_id, kind, amount, currency,"
                + " receipt_id, reason, request_key, created_at, created_by)"
                + " values (?, ?, ?, ?, ?, ?::bigint, ?, ?, ?, ?) returning id",
            row -> row.getLong(1),
            shift.getRegister(),
            shift.getId(),
            kind,
            amount.amount(),
            amount.currency(),
            receiptId,
            reason,
            requestKey,
            clock.instant(),
            user.name())
        .orElseThrow();
  }
}
