package com.asta.payments.web;

import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.MandateScheme;
import com.asta.payments.service.DebitPolicy;
import com.asta.payments.service.DebitSettingsService;
import com.asta.payments.service.MandateService;
import com.asta.payments.service.NewMandate;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;

/** Enters a mandate of an account, as a draft or active at once. */
@Named
@ViewScoped
public class MandateNewView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MandateService mandates;
  @Inject private DebitSettingsService settings;
  @Inject private CustomerService customers;
  @Inject private Clock clock;

  private long accountId;
  private String reference;
  private MandateScheme scheme;
  private boolean oneOff;
  private String debtorName;
  private String iban;
  private LocalDate signedOn;
  private transient AccountCard account;
  private transient CustomerCard customer;
  private transient DebitPolicy policy;

  /** Loads the account and proposes what is likely. */
  public void load() {
    account = customers.account(accountId);
    customer = customers.card(account.customerId());
    policy = settings.policy();
    if (scheme == null) {
      scheme = getSchemes()[0];
      debtorName = customer.displayName();
      signedOn = OperatorZone.dayOf(clock.instant());
    }
  }

  /** Keeps it as a draft, to be activated once it is signed and checked. */
  public String draft() {
    return shown(enter());
  }

  /** Keeps it and lets debts be collected by it. */
  public String activate() {
    long id = enter();
    mandates.activate(id);
    return shown(id);
  }

  private long enter() {
    return mandates.enter(
        new NewMandate(accountId, reference, scheme, oneOff, debtorName, iban, signedOn));
  }

  private static String shown(long id) {
    Messages.done("payments", "mandate.saved");
    return "/payments/mandate.xhtml?faces-redirect=true&id=" + id;
  }

  /** The rulebooks that the account's currency allows. */
  public MandateScheme[] getSchemes() {
    return "EUR".equals(account.currency())
        ? new MandateScheme[] {MandateScheme.CORE, MandateScheme.B2B}
        : new MandateScheme[] {MandateScheme.DOMESTIC};
  }

  public AccountCard getAccount() {
    return account;
  }

  public CustomerCard getCustomer() {
    return customer;
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

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public MandateScheme getScheme() {
    return scheme;
  }

  public void setScheme(MandateScheme scheme) {
    this.scheme = scheme;
  }

  public boolean isOneOff() {
    return oneOff;
  }

  public void setOneOff(boolean oneOff) {
    this.oneOff = oneOff;
  }

  public String getDebtorName() {
    return debtorName;
  }

  public void setDebtorName(String debtorName) {
    this.debtorName = debtorName;
  }

  public String getIban() {
    return iban;
  }

  public void setIban(String iban) {
    this.iban = iban;
  }

  public LocalDate getSignedOn() {
    return signedOn;
  }

  public void setSignedOn(LocalDate signedOn) {
    this.signedOn = signedOn;
  }
}
