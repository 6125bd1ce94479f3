package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.payments.rules.CashPieces;
import com.asta.payments.rules.CashShiftState;
import com.asta.payments.service.CashDepositRow;
import com.asta.payments.service.CashMovementRow;
import com.asta.payments.service.CashShiftCard;
import com.asta.payments.service.CashShiftService;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** A shift: what went in and out, its count, and what is left to do with it. */
@Named
@ViewScoped
public class CashShiftView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOVEMENTS = 500;

  @Inject private CashShiftService shifts;

  private final List<CashPiecesField> pieces = CashPiecesField.all();
  private String requestKey = UUID.randomUUID().toString();
  private long id;
  private boolean out;
  private BigDecimal amount;
  private String reason;
  private String bag;
  private BigDecimal deposit;
  private String explanation;
  private transient CashShiftCard shift;
  private transient List<CashMovementRow> movements;
  private transient List<CashDepositRow> deposits;
  private transient List<CashPieces> counted;

  public void load() {
    shift = shifts.shift(id);
    movements = shifts.movements(id, 0, MOVEMENTS);
    deposits = shifts.deposits(id);
    counted = shifts.count(id, shift.counted() != null).pieces();
  }

  /** Puts money in, or takes some out. */
  public void move() {
    Money moved = Money.of(amount, shift.floatAmount().currency());
    shifts.move(id, out ? moved.negated() : moved, reason, requestKey);
    Messages.done("payments", out ? "shift.out.done" : "shift.in.done");
    requestKey = UUID.randomUUID().toString();
    amount = null;
    reason = null;
    load();
  }

  /** Takes money out in a bag for the bank. */
  public void depositBag() {
    shifts.deposit(id, bag, Money.of(deposit, shift.floatAmount().currency()));
    Messages.done("payments", "shift.deposit.done", bag);
    bag = null;
    deposit = null;
    load();
  }

  /** Ends the shift by its count. */
  public String close() {
    CashShiftState state = shifts.close(id, CashPiecesField.count(pieces), explanation);
    Messages.done("payments", "shift.done." + state);
    return page();
  }

  public String confirm() {
    shifts.confirm(id);
    Messages.done("payments", "shift.done.CLOSED");
    return page();
  }

  public String countAgain() {
    shifts.countAgain(id);
    Messages.done("payments", "shift.again.done");
    return page();
  }

  /** Sends the report. */
  public void report() throws IOException {
    String language = FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
    Faces.sendFile(shifts.report(id, language), "cash-shift-" + id + ".pdf", false);
  }

  private String page() {
    return "/payments/cash-shift.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isMine() {
    return shift.cashier().equals(Faces.getRemoteUser());
  }

  public CashShiftCard getShift() {
    return shift;
  }

  public List<CashMovementRow> getMovements() {
    return movements;
  }

  public List<CashDepositRow> getDeposits() {
    return deposits;
  }

  /** The count of the end, before it that of the beginning. */
  public List<CashPieces> getCounted() {
    return counted;
  }

  public List<CashPiecesField> getPieces() {
    return pieces;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public boolean isOut() {
    return out;
  }

  public void setOut(boolean out) {
    this.out = out;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getBag() {
    return bag;
  }

  public void setBag(String bag) {
    this.bag = bag;
  }

  public BigDecimal getDeposit() {
    return deposit;
  }

  public void setDeposit(BigDecimal deposit) {
    this.deposit = deposit;
  }

  public String getExplanation() {
    return explanation;
  }

  public void setExplanation(String explanation) {
    this.explanation = explanation;
  }
}
