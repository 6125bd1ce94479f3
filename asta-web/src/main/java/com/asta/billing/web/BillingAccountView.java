package com.asta.billing.web;

import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.CycleFrequency;
import com.asta.billing.service.BillingAccountCard;
import com.asta.billing.service.BillingService;
import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** How one account is billed: its cycle, its documents and the VAT id its tax depends on. */
@Named
@ViewScoped
public class BillingAccountView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BillingService service;
  @Inject private transient CustomerService customers;

  private long id;
  private CycleFrequency frequency;
  private Integer cycleDay;
  private Integer cycleMonth;
  private String vatId;
  private String currency;
  private String language;
  private BillDelivery delivery;
  private transient BillingAccountCard account;

  /** Fills the form with what holds. */
  public void load() {
    if (getAccount() != null && cycleDay == null) {
      BillCycle cycle = getAccount().calendar().cycle();
      frequency = cycle.frequency();
      cycleDay = cycle.day();
      cycleMonth = cycle.month();
      vatId = getAccount().vatId();
      currency = getAccount().currency();
      language = getAccount().language();
      delivery = getAccount().delivery();
    }
  }

  /** Keeps all; what is the same changes nothing. */
  public String save() {
    service.identify(id, vatId);
    service.keepIn(id, currency);
    service.present(id, language, delivery);
    service.moveCycle(id, frequency, cycleDay, cycleMonth);
    Messages.done("billing", "billingAccount.saved");
    return "/billing/billing-account.xhtml?faces-redirect=true&id=" + id;
  }

  /** Null while the account has nothing to bill. */
  public BillingAccountCard getAccount() {
    if (account == null) {
      account = service.account(id).orElse(null);
    }
    return account;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  /** Another frequency has other days and months. */
  public void choose() {
    cycleDay = 1;
    cycleMonth = 1;
  }

  public CycleFrequency[] getFrequencies() {
    return CycleFrequency.values();
  }

  public CycleFrequency getFrequency() {
    return frequency;
  }

  public void setFrequency(CycleFrequency frequency) {
    this.frequency = frequency;
  }

  public Integer getCycleMonth() {
    return cycleMonth;
  }

  public void setCycleMonth(Integer cycleMonth) {
    this.cycleMonth = cycleMonth;
  }

  public Integer getCycleDay() {
    return cycleDay;
  }

  public void setCycleDay(Integer cycleDay) {
    this.cycleDay = cycleDay;
  }

  /** The number people quote. */
  public String getNumber() {
    return getAccount() == null ? "" : customers.account(id).number();
  }

  public BillDelivery[] getDeliveries() {
    return BillDelivery.values();
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public BillDelivery getDelivery() {
    return delivery;
  }

  public void setDelivery(BillDelivery delivery) {
    this.delivery = delivery;
  }

  public String getVatId() {
    return vatId;
  }

  public void setVatId(String vatId) {
    this.vatId = vatId;
  }
}
