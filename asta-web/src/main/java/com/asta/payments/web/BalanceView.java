package com.asta.payments.web;

import com.asta.common.Iban;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.payments.service.AccountBalance;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.Movement;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.PaymentSettingsService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What the signed-in customer owes, and how to pay it. */
@Named
@ViewScoped
public class BalanceView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOVEMENTS = 24;

  @Inject private FinancialAccountService accounts;
  @Inject private OperatorProfile operators;
  @Inject private PaymentSettingsService settings;
  @Inject private PaymentAttemptService attempts;

  private transient List<AccountBalance> balances;
  private transient List<OpenItemRow> items;
  private transient List<Movement> movements;
  private transient Operator operator;

  public List<AccountBalance> getBalances() {
    if (balances == null) {
      balances = accounts.myBalances();
    }
    return balances;
  }

  public List<OpenItemRow> getItems() {
    if (items == null) {
      items = accounts.myOpenItems();
    }
    return items;
  }

  public List<Movement> getMovements() {
    if (movements == null) {
      movements = accounts.myMovements(MOVEMENTS);
    }
    return movements;
  }

  public Operator getOperator() {
    if (operator == null) {
      operator = operators.operator();
    }
    return operator;
  }

  /** The customer's own virtual account in groups of four; the operator's where there is none. */
  public String payTo(long accountId) {
    return settings.virtualAccount(accountId).map(Iban::spaced).orElseGet(this::getSpacedIban);
  }

  /** True if the customer has a bank account of its own. */
  public boolean virtual(long accountId) {
    return settings.virtualAccount(accountId).isPresent();
  }

  /** Whether something is owed that can be paid here. */
  public boolean isPayable() {
    return attempts.isOpen() && !getItems().isEmpty();
  }

  /** The open item of an invoice, null if it is paid or nothing can be paid here. */
  public OpenItemRow itemOf(long invoiceId) {
    return getItems().stream()
        .filter(item -> Long.valueOf(invoiceId).equals(item.invoiceId()))
        .filter(item -> attempts.isOpen())
        .findFirst()
        .orElse(null);
  }

  /** The operator's bank account in groups of four. */
  public String getSpacedIban() {
    return new Iban(getOperator().iban()).spaced();
  }
}
