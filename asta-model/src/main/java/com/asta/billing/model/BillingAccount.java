package com.asta.billing.model;

import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.VatId;
import com.asta.common.Shard;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** How one financial account is billed. Its id is that of the account (TMF666 BillingAccount). */
@Entity
@Table(schema = "billing", name = "billing_account")
public class BillingAccount {
  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  private int shard;
  private String currency;

  @Column(name = "cycle_day")
  private int cycleDay;

  @Column(name = "payment_days")
  private int paymentDays;

  @Column(name = "vat_id")
  private String vatId;

  private String language;

  @Enumerated(EnumType.STRING)
  private BillDelivery delivery;

  @Column(name = "opened_on")
  private LocalDate openedOn;

  @Version private int version;

  protected BillingAccount() {}

  public BillingAccount(
      long accountId,
      long customerId,
      String currency,
      int cycleDay,
      int paymentDays,
      LocalDate openedOn) {
    this.accountId = accountId;
    this.customerId = customerId;
    this.shard = Shard.of(accountId);
    this.currency = currency;
    this.cycleDay = new BillCycle(cycleDay).day();
    this.paymentDays = paymentDays;
    this.openedOn = openedOn;
    this.language = "pl";
    this.delivery = BillDelivery.SELF_CARE;
  }

  /** In which language the documents are written, and how they reach the payer. */
  public void present(String documentLanguage, BillDelivery by) {
    language = documentLanguage;
    delivery = by;
  }

  /** Another currency; only while nothing was charged in the old one. */
  public void keepIn(String otherCurrency) {
    currency = otherCurrency;
  }

  /** From the next bill on, periods begin on another day; the first is cut or lengthened to it. */
  public void moveCycleTo(BillCycle cycle) {
    cycleDay = cycle.day();
  }

  /** Which VAT id of another member state the buyer gave; null if none. */
  public void identify(VatId id) {
    vatId = id == null ? null : id.text();
  }

  public String getVatId() {
    return vatId;
  }

  public long getAccountId() {
    return accountId;
  }

  public long getCustomerId() {
    return customerId;
  }

  public int getShard() {
    return shard;
  }

  public String getCurrency() {
    return currency;
  }

  public int getCycleDay() {
    return cycleDay;
  }

  public BillCycle cycle() {
    return new BillCycle(cycleDay);
  }

  public int getPaymentDays() {
    return paymentDays;
  }

  public String getLanguage() {
    return language;
  }

  public BillDelivery getDelivery() {
    return delivery;
  }

  public LocalDate getOpenedOn() {
    return openedOn;
  }
}
