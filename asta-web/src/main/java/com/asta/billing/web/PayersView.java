package com.asta.billing.web;

import com.asta.billing.rules.PaidCharges;
import com.asta.billing.service.BillingAccountCard;
import com.asta.billing.service.BillingRefused;
import com.asta.billing.service.BillingService;
import com.asta.billing.service.NewPayer;
import com.asta.billing.service.PayerRow;
import com.asta.billing.service.PayerService;
import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who pays for an account, and for whom it pays. */
@Named
@ViewScoped
public class PayersView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient PayerService service;
  @Inject private transient BillingService billing;
  @Inject private transient CustomerService customers;
  @Inject private transient SubscriptionService subscriptions;

  private final String requestKey = UUID.randomUUID().toString();
  private Long subscriptionId;
  private PaidCharges charges = PaidCharges.ALL;
  private String payerNumber;
  private BigDecimal percent = BigDecimal.valueOf(100);
  private BigDecimal limit;
  private LocalDate from;
  private transient List<PayerRow> rows;
  private transient List<SubscriptionCard> services;

  /** The rules of the account, as owner and as payer. */
  public List<PayerRow> rows(long accountId) {
    if (rows == null) {
      rows = service.ofAccount(accountId);
    }
    return rows;
  }

  /** The services the account is billed for. */
  public List<SubscriptionCard> services(long accountId) {
    if (services == null) {
      services =
          subscriptions.ofAccounts(List.of(accountId)).stream()
              .filter(each -> !each.prepaid() && !each.included())
              .toList();
    }
    return services;
  }

  /** The other accounts of the same customer. */
  public List<BillingAccountCard> siblings(BillingAccountCard account) {
    return billing.accountsOf(account.customerId()).stream()
        .filter(each -> each.accountId() != account.accountId())
        .toList();
  }

  /** Lets the account of the number pay. */
  public String assign(BillingAccountCard account) {
    long id = account.accountId();
    long payer =
        customers
            .accountByNumber(payerNumber == null ? "" : payerNumber.strip())
            .map(AccountCard::id)
            .orElseThrow(
                () -> new BillingRefused(BillingRefused.Reason.PAYER_NUMBER_UNKNOWN, payerNumber));
    Money most = limit == null ? null : Money.of(limit, account.currency());
    LocalDate first = from == null ? service.earliest(id, subscriptionId) : from;
    service.assign(new NewPayer(id, subscriptionId, charges, payer, percent, most, first, null));
    Messages.done("billing", "payer.assigned");
    return page(id);
  }

  /** Ends a rule where what was paid in advance is used up. */
  public String end(long accountId, PayerRow row) {
    service.end(row.id(), null);
    Messages.done("billing", "payer.ended");
    return page(accountId);
  }

  /** Opens one more account for the customer and shows it. */
  public String open(long customerId) {
    long account = service.openAccount(requestKey, customerId);
    Messages.done("billing", "billingAccount.opened");
    return page(account);
  }

  private static String page(long accountId) {
    return "/billing/billing-account.xhtml?faces-redirect=true&id=" + accountId;
  }

  public PaidCharges[] getKinds() {
    return PaidCharges.values();
  }

  public Long getSubscriptionId() {
    return subscriptionId;
  }

  public void setSubscriptionId(Long subscriptionId) {
    this.subscriptionId = subscriptionId;
  }

  public PaidCharges getCharges() {
    return charges;
  }

  public void setCharges(PaidCharges charges) {
    this.charges = charges;
  }

  public String getPayerNumber() {
    return payerNumber;
  }

  public void setPayerNumber(String payerNumber) {
    this.payerNumber = payerNumber;
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }

  public BigDecimal getLimit() {
    return limit;
  }

  public void setLimit(BigDecimal limit) {
    this.limit = limit;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }
}
