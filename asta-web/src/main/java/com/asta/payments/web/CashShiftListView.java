package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.payments.rules.CashShiftState;
import com.asta.payments.service.CashDepositRow;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.CashRegisterRow;
import com.asta.payments.service.CashShiftCard;
import com.asta.payments.service.CashShiftQuery;
import com.asta.payments.service.CashShiftService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** All shifts, for the supervisor, with the bags that the bank has not credited. */
@Named
@ViewScoped
public class CashShiftListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BAGS = 20;

  @Inject private CashShiftService shifts;
  @Inject private CashDesk desk;

  private String register;
  private String cashier;
  private CashShiftState state;
  private BigDecimal limit;
  private transient PagedModel<CashShiftCard> rows;
  private transient List<CashRegisterRow> registers;
  private transient List<CashDepositRow> bags;

  public void load() {
    registers = desk.registers();
    bags = shifts.depositsOnTheirWay(BAGS);
    if (limit == null) {
      limit = shifts.differenceLimit().displayAmount();
    }
  }

  /** Searches by GET. */
  public String find() {
    return "/payments/cash-shift-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Keeps the limit. */
  public String saveLimit() {
    shifts.limitDifference(limit);
    Messages.done("payments", "shifts.limit.done");
    return find();
  }

  public PagedModel<CashShiftCard> getRows() {
    if (rows == null) {
      CashShiftQuery query = new CashShiftQuery(register, cashier, state);
      rows = new PagedModel<>((from, most) -> shifts.list(query, from, most), CashShiftCard::id);
    }
    return rows;
  }

  public List<CashRegisterRow> getRegisters() {
    return registers;
  }

  public List<CashDepositRow> getBags() {
    return bags;
  }

  public CashShiftState[] getStates() {
    return CashShiftState.values();
  }

  public String getRegister() {
    return register;
  }

  public void setRegister(String register) {
    this.register = register;
  }

  public String getCashier() {
    return cashier;
  }

  public void setCashier(String cashier) {
    this.cashier = cashier;
  }

  public CashShiftState getState() {
    return state;
  }

  public void setState(CashShiftState state) {
    this.state = state;
  }

  public BigDecimal getLimit() {
    return limit;
  }

  public void setLimit(BigDecimal limit) {
    this.limit = limit;
  }
}
