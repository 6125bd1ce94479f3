package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.RefundReason;
import com.asta.payments.service.DebitPolicy;
import com.asta.payments.service.DebitSettingsService;
import com.asta.payments.service.NewRefund;
import com.asta.payments.service.RefundService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/** Asks for a refund of an account's credit, or of one payment. */
@Named
@ViewScoped
public class RefundNewView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private RefundService refunds;
  @Inject private DebitSettingsService settings;
  @Inject private CustomerService customers;

  private final String key = UUID.randomUUID().toString();
  private long accountId;
  private Long paymentId;
  private BigDecimal amount;
  private RefundReason reason = RefundReason.OVERPAYMENT;
  private String note;
  private String payeeName;
  private String iban;
  private transient AccountCard account;
  private transient CustomerCard customer;
  private transient Money available;
  private transient DebitPolicy policy;

  /** Loads the account and proposes all of its credit. */
  public void load() {
    account = customers.account(accountId);
    customer = customers.card(account.customerId());
    available = refunds.available(accountId, paymentId);
    policy = settings.policy();
    if (payeeName == null) {
      payeeName = customer.displayName();
      amount = available.displayAmount();
    }
  }

  /** Asks for it; the same form again is the same refund. */
  public String request() {
    Money wanted =
        Money.of(
            amount == null ? BigDecimal.ZERO : amount, customers.account(accountId).currency());
    long id =
        refunds.request(
            new NewRefund(key, accountId, paymentId, wanted, reason, note, payeeName, iban));
    Messages.done("payments", "refund.state." + refunds.refund(id).state() + ".done");
    return "/payments/refund-list.xhtml?faces-redirect=true";
  }

  public RefundReason[] getReasons() {
    return RefundReason.values();
  }

  public AccountCard getAccount() {
    return account;
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public Money getAvailable() {
    return available;
  }

  public DebitPolicy getPolicy() {
    return policy;
  }

  public long getAccountId() {
    return accountId;
  }

  public void setAccountId(long accountId) {
    this.accountId = accountId;
  }

  public Long getPaymentId() {
    return paymentId;
  }

  public void setPaymentId(Long paymentId) {
    this.paymentId = paymentId;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public RefundReason getReason() {
    return reason;
  }

  public void setReason(RefundReason reason) {
    this.reason = reason;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getPayeeName() {
    return payeeName;
  }

  public void setPayeeName(String payeeName) {
    this.payeeName = payeeName;
  }

  public String getIban() {
    return iban;
  }

  public void setIban(String iban) {
    this.iban = iban;
  }
}
