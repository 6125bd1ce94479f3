package com.asta.billing.model;

import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.CycleFrequency;
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

  @Enumerated(EnumType.STRING)
  @Column(name = "cycle_frequency")
  private CycleFrequency cycleFrequency;

  @Column(name = "cycle_day")
  private int cycleDay;

  @Column(name = "cycle_month")
  private int cycleMonth;

  @Enumerated(EnumType.STRING)
  @Column(name = "former_frequency")
  private CycleFrequency formerFrequency;

  @Column(name = "former_day")
  private Integer formerDay;

  @Column(name = "former_month")
  private Integer formerMonth;

  @Column(name = "cycle_from")
  private LocalDate cycleFrom;

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
      BillCycle cycle,
      int paymentDays,
      LocalDate openedOn) {
    this.accountId = accountId;
    this.customerId = customerId;
    this.shard = Shard.of(accountId);
    this.currency = currency;
    bill(BillCalendar.of(cycle));
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

  /** When the account is billed. */
  public final void bill(BillCalendar calendar) {
    BillCycle former = calendar.former();
    cycleFrequency = calendar.cycle().frequency();
    cycleDay = calendar.cycle().day();
    cycleMonth = calendar.cycle().month();
    formerFrequency = former == null ? null : former.frequency();
    formerDay = former == null ? null : former.day();
    formerMonth = former == null ? null : former.month();
    cycleFrom = calendar.from();
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

  /** When bills are made. */
  public BillCalendar calendar() {
    BillCycle cycle = new BillCycle(cycleFrequency, cycleDay, cycleMonth);
    return cycleFrom == null
        ? BillCalendar.of(cycle)
        : new BillCalendar(
            cycle, new BillCycle(formerFrequency, formerDay, formerMonth), cycleFrom);
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
