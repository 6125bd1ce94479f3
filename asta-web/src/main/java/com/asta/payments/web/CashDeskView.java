package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import com.asta.payments.service.AccountBalance;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.CashRegisterRow;
import com.asta.payments.service.CashShiftCard;
import com.asta.payments.service.CashShiftService;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.NewCashPayment;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.ReceiptCard;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The cash desk: choose the customer, see what is owed, take the money, print the receipt. */
@Named
@ViewScoped
public class CashDeskView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FOUND = 8;
  private static final int RECENT = 10;

  @Inject private CashDesk desk;
  @Inject private CashShiftService shifts;
  @Inject private FinancialAccountService accounts;
  @Inject private CustomerService customers;

  private final String requestKey = UUID.randomUUID().toString();
  private String text;
  private Long customerId;
  private BigDecimal amount;
  private String payerName;
  private transient CashShiftCard shift;
  private transient CustomerCard customer;
  private transient AccountCard account;
  private transient AccountBalance balance;
  private transient List<OpenItemRow> items;
  private transient List<CustomerRow> found;
  private transient List<CashRegisterRow> registers;
  private transient List<ReceiptCard> receipts;

  /** Loads the cashier's shift, and the chosen customer or those that fit what was typed. */
  public void load() {
    registers = desk.registers();
    shift = shifts.mine().orElse(null);
    receipts = shift == null ? List.of() : desk.list(shift.register(), 0, RECENT);
    if (customerId != null) {
      choose();
    } else if (text != null && !text.isBlank()) {
      found = customers.list(new CustomerQuery(text, null, null, null), 0, FOUND);
      if (found.size() == 1) {
        customerId = found.get(0).id();
        choose();
      }
    }
  }

  /** Searches by GET. */
  public String find() {
    return "/payments/cash-desk.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Takes the money; the same form again leads to the same receipt. */
  public String receive() {
    choose();
    shift = shifts.mine().orElse(null);
    if (shift == null) {
      return "/payments/cash-shift-open.xhtml?faces-redirect=true";
    }
    long receipt =
        desk.receive(
            new NewCashPayment(
                requestKey,
                shift.register(),
                account.id(),
                Money.of(amount, account.currency()),
                payerName == null ? customer.displayName() : payerName));
    return "/payments/cash-receipt.xhtml?faces-redirect=true&id=" + receipt;
  }

  private void choose() {
    customer = customers.card(customerId);
    account = customers.accountsOf(customerId).get(0);
    List<AccountBalance> balances = accounts.balancesOf(customerId);
    balance = balances.isEmpty() ? null : balances.get(0);
    items = accounts.openItemsOf(customerId, false);
    if (amount == null && balance != null && balance.balance().isPositive()) {
      amount = balance.balance().displayAmount();
    }
    if (payerName == null) {
      payerName = customer.displayName();
    }
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public AccountCard getAccount() {
    return account;
  }

  public AccountBalance getBalance() {
    return balance;
  }

  public List<OpenItemRow> getItems() {
    return items;
  }

  public List<CustomerRow> getFound() {
    return found;
  }

  public List<CashRegisterRow> getRegisters() {
    return registers;
  }

  public List<ReceiptCard> getReceipts() {
    return receipts;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getCustomerId() {
    return customerId;
  }

  public void setCustomerId(Long customerId) {
    this.customerId = customerId;
  }

  /** Null while the cashier has none open. */
  public CashShiftCard getShift() {
    return shift;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getPayerName() {
    return payerName;
  }

  public void setPayerName(String payerName) {
    this.payerName = payerName;
  }
}
