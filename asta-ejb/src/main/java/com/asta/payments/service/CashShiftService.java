package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.payments.model.CashShift;
import com.asta.payments.rules.CashClosing;
import com.asta.payments.rules.CashCount;
import com.asta.payments.rules.CashMovementKind;
import com.asta.payments.rules.CashShiftState;
import com.asta.payments.rules.References;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Shifts at cash registers: opened with a counted float, moved in and out, counted, explained and
 * closed. Whatever changes a drawer holds the lock of its register.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class CashShiftService {
  private static final String CURRENCY = "PLN";
  private static final String AUDITED = "CashShift";
  private static final int SHORTEST_BAG = 4;

  @Inject private CashShifts shifts;
  @Inject private CashDrawer drawer;
  @Inject private CashDeposits deposits;
  @Inject private CashShiftReport report;
  @Inject private Database sql;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Begins a shift of the caller with the float that is in the drawer.
   *
   * @return its id
   * @throws PaymentsRefused NO_SUCH_REGISTER, REGISTER_IN_USE, SHIFT_OPEN_ELSEWHERE
   */
  public long open(String register, CashCount count) {
    drawer.lock(register);
    shifts.lock(user.name());
    shifts
        .current(register)
        .ifPresent(
            other -> {
              throw new PaymentsRefused(Reason.REGISTER_IN_USE, register, other.getCashier());
            });
    shifts
        .of(user.name())
        .ifPresent(
            other -> {
              throw new PaymentsRefused(Reason.SHIFT_OPEN_ELSEWHERE, other.getRegister());
            });
    Money counted = count.total();
    Money carried = drawer.left(register, CURRENCY);
    CashShift shift = new CashShift(register, user.name(), carried, counted, clock.instant());
    shifts.add(shift);
    shifts.keep(shift.getId(), "OPENING", count);
    Money difference = counted.minus(carried);
    if (!difference.isZero()) {
      drawer.moved(shift, CashMovementKind.FLOAT, difference, "", null);
    }
    audit.record(AUDITED, shift.getId(), "opened", "float", null, counted.toString());
    return shift.getId();
  }

  /** The open shift of the caller. */
  public Optional<CashShiftCard> mine() {
    return shifts.of(user.name()).flatMap(shift -> shifts.card(shift.getId()));
  }

  /**
   * One shift.
   *
   * @throws PaymentsRefused NO_SUCH_SHIFT
   */
  public CashShiftCard shift(long id) {
    return shifts.card(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_SHIFT, id));
  }

  /** What happened in a shift, in its order. */
  public List<CashMovementRow> movements(long shiftId, int offset, int limit) {
    return drawer.movements(shiftId, offset, limit);
  }

  /** The count of a shift's beginning, or of its end. */
  public CashCount count(long shiftId, boolean closing) {
    return shifts.count(shiftId, closing ? "CLOSING" : "OPENING");
  }

  public List<CashDepositRow> deposits(long shiftId) {
    return deposits.ofShift(shiftId);
  }

  /** Bags that the bank has not credited yet, oldest first. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<CashDepositRow> depositsOnTheirWay(int limit) {
    return deposits.onTheirWay(limit);
  }

  /** Shifts, newest first. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<CashShiftCard> list(CashShiftQuery query, int offset, int limit) {
    return shifts.list(query, offset, limit);
  }

  /**
   * Puts money into the drawer for a reason, or takes some out with a negative amount.
   *
   * @param requestKey the form's: posted again it changes nothing
   * @throws PaymentsRefused NOT_YOUR_SHIFT, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE, REASON_MISSING,
   *     DRAWER_TOO_SMALL
   */
  public void move(long shiftId, Money amount, String reason, String requestKey) {
    CashShift shift = own(shiftId);
    if (drawer.repeated(requestKey)) {
      return;
    }
    requireAmount(amount.isNegative() ? amount.negated() : amount);
    if (reason == null || reason.isBlank()) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    requireInDrawer(shift, amount);
    CashMovementKind kind =
        amount.isNegative() ? CashMovementKind.PAID_OUT : CashMovementKind.PAID_IN;
    drawer.moved(shift, kind, amount, reason.strip(), requestKey);
    audit.record(AUDITED, shiftId, "moved", reason.strip(), null, amount.toString());
  }

  /**
   * Takes money out of the drawer in a bag for the bank.
   *
   * @throws PaymentsRefused NOT_YOUR_SHIFT, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE, BAG_MISSING,
   *     BAG_USED, DRAWER_TOO_SMALL
   */
  public void deposit(long shiftId, String bagNumber, Money amount) {
    CashShift shift = own(shiftId);
    requireAmount(amount);
    String bag = bagNumber == null ? "" : bagNumber.strip();
    if (References.key(bag).length() < SHORTEST_BAG || References.keysIn(bag).isEmpty()) {
      throw new PaymentsRefused(Reason.BAG_MISSING);
    }
    requireInDrawer(shift, amount.negated());
    if (!deposits.add(shift, bag, amount, clock.instant(), user.name())) {
      throw new PaymentsRefused(Reason.BAG_USED, bag);
    }
    drawer.moved(shift, CashMovementKind.DEPOSIT, amount.negated(), bag, null);
    audit.record(AUDITED, shiftId, "deposited", bag, null, amount.toString());
  }

  /**
   * Ends the caller's shift by a count. A difference is booked; above the limit it waits for a
   * second person before.
   *
   * @throws PaymentsRefused NOT_YOUR_SHIFT, EXPLANATION_MISSING with the difference
   */
  public CashShiftState close(long shiftId, CashCount count, String explanation) {
    CashShift shift = own(shiftId);
    Money expected = drawer.expected(shift);
    CashClosing closing = CashClosing.of(expected, count.total(), differenceLimit(), explanation);
    if (closing.outcome() == CashClosing.Outcome.EXPLANATION_MISSING) {
      throw new PaymentsRefused(Reason.EXPLANATION_MISSING, closing.difference());
    }
    shift.count(expected, count.total(), explanation, clock.instant());
    shifts.keep(shiftId, "CLOSING", count);
    audit.record(AUDITED, shiftId, "counted", explanation, null, count.total().toString());
    if (closing.outcome() == CashClosing.Outcome.CLOSED) {
      end(shift);
    }
    return shift.getState();
  }

  /**
   * Confirms the difference of another's count, which closes the shift.
   *
   * @throws PaymentsRefused NO_SUCH_SHIFT, SHIFT_NOT_COUNTED, OWN_COUNT
   */
  public void confirm(long shiftId) {
    CashShift shift = othersCount(shiftId);
    shift.confirm(user.name());
    audit.record(
        AUDITED, shiftId, "confirmed", "difference", null, shift.getDifference().toString());
    end(shift);
  }

  /**
   * Has another's count made again: the shift is open as before it.
   *
   * @throws PaymentsRefused NO_SUCH_SHIFT, SHIFT_NOT_COUNTED, OWN_COUNT, SHIFT_OPEN_ELSEWHERE
   */
  public void countAgain(long shiftId) {
    CashShift shift = othersCount(shiftId);
    shifts
        .of(shift.getCashier())
        .ifPresent(
            other -> {
              throw new PaymentsRefused(Reason.SHIFT_OPEN_ELSEWHERE, other.getRegister());
            });
    shift.reopen();
    audit.record(AUDITED, shiftId, "count again", null, null, null);
  }

  /** The largest difference that needs no second person. */
  public Money differenceLimit() {
    return sql.first(
            "select cash_difference from payments.policy where id = 1",
            row -> Money.of(row.getBigDecimal(1), CURRENCY))
        .orElseThrow();
  }

  /**
   * Changes the limit.
   *
   * @throws PaymentsRefused AMOUNT_NOT_POSITIVE for one below zero
   */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void limitDifference(BigDecimal limit) {
    if (limit == null || limit.signum() < 0) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE, limit);
    }
    String before = differenceLimit().toString();
    sql.update("update payments.policy set cash_difference = ? where id = 1", limit);
    audit.change("PaymentPolicy", 1, "cashDifference", before, differenceLimit().toString());
  }

  /** The report of a shift as PDF, in a language. */
  public byte[] report(long shiftId, String language) {
    return report.print(shift(shiftId), language);
  }

  private void end(CashShift shift) {
    if (!shift.getDifference().isZero()) {
      drawer.moved(shift, CashMovementKind.DIFFERENCE, shift.getDifference(), "", null);
    }
    shift.close(clock.instant());
    audit.record(
        AUDITED, shift.getId(), "closed", "difference", null, shift.getDifference().toString());
  }

  private CashShift own(long shiftId) {
    drawer.lock(shifts.registerOf(shiftId));
    CashShift shift = shifts.find(shiftId);
    if (shift.getState() != CashShiftState.OPEN || !shift.getCashier().equals(user.name())) {
      throw new PaymentsRefused(Reason.NOT_YOUR_SHIFT, shift.getRegister());
    }
    return shift;
  }

  private CashShift othersCount(long shiftId) {
    drawer.lock(shifts.registerOf(shiftId));
    CashShift shift = shifts.find(shiftId);
    if (shift.getState() != CashShiftState.COUNTED) {
      throw new PaymentsRefused(Reason.SHIFT_NOT_COUNTED, shift.getRegister());
    }
    if (shift.getCashier().equals(user.name())) {
      throw new PaymentsRefused(Reason.OWN_COUNT);
    }
    return shift;
  }

  private static void requireAmount(Money amount) {
    if (!amount.isPositive()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE, amount);
    }
    if (!amount.rounded().equals(amount)) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE, amount);
    }
  }

  private void requireInDrawer(CashShift shift, Money change) {
    if (drawer.expected(shift).plus(change).isNegative()) {
      throw new PaymentsRefused(Reason.DRAWER_TOO_SMALL, change.negated());
    }
  }
}
