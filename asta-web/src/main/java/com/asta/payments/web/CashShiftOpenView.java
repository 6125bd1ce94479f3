package com.asta.payments.web;

import com.asta.payments.service.CashDesk;
import com.asta.payments.service.CashRegisterRow;
import com.asta.payments.service.CashShiftCard;
import com.asta.payments.service.CashShiftService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The beginning of a shift: a register, and the float that is in it. */
@Named
@ViewScoped
public class CashShiftOpenView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DESK = "/payments/cash-desk.xhtml?faces-redirect=true";

  @Inject private CashShiftService shifts;
  @Inject private CashDesk desk;

  private final List<CashPiecesField> pieces = CashPiecesField.all();
  private String register;
  private transient List<CashRegisterRow> registers;

  /** Goes to the desk if the shift is open already. */
  public String load() {
    registers = desk.registers();
    return shifts.mine().map(CashShiftCard::id).map(id -> DESK).orElse(null);
  }

  /** Opens the shift. */
  public String open() {
    shifts.open(register, CashPiecesField.count(pieces));
    return DESK;
  }

  public List<CashPiecesField> getPieces() {
    return pieces;
  }

  public List<CashRegisterRow> getRegisters() {
    return registers;
  }

  public String getRegister() {
    return register;
  }

  public void setRegister(String register) {
    this.register = register;
  }
}
