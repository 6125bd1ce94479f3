package com.asta.charging.model;

import com.asta.charging.rules.AccountLifecycle;
import com.asta.charging.rules.PaymentMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The prepaid account of one subscription. Its balance is changed by the charging lanes alone, with
 * a ledger entry for each change; JPA only opens, bars and closes it.
 */
@Entity
@Table(name = "charging_account", schema = "charging")
public class ChargingAccount {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "subscription_id")
  private Long subscriptionId;

  @Column(name = "service_id")
  private String serviceId;

  @Column(name = "tariff_code")
  private String tariffCode;

  private String currency;

  @Column(updatable = false)
  private BigDecimal balance;

  @Column(updatable = false)
  private BigDecimal reserved;

  @Enumerated(EnumType.STRING)
  private ChargingAccountStatus status;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closes_on")
  private LocalDate closesOn;

  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "payment_mode", updatable = false)
  private PaymentMode paymentMode = PaymentMode.PREPAID;

  @Column(name = "credit_limit", updatable = false)
  private BigDecimal creditLimit;

  @Column(name = "group_id", updatable = false)
  private Long groupId;

  @Column(name = "active_until", updatable = false)
  private LocalDate activeUntil;

  @Column(name = "grace_until", updatable = false)
  private LocalDate graceUntil;

  @Column(name = "barred_until", updatable = false)
  private LocalDate barredUntil;

  private boolean suspended;

  @Column(name = "warn_below", updatable = false)
  private BigDecimal warnBelow;

  protected ChargingAccount() {}

  /** Refuses debits until {@link #unbar}, whatever the account's dates say. */
  public void bar() {
    suspended = true;
    status = status == ChargingAccountStatus.CLOSED ? status : ChargingAccountStatus.BARRED;
  }

  /** From now on the account's dates decide again. */
  public void unbar(LocalDate today) {
    suspended = false;
    if (status != ChargingAccountStatus.CLOSED) {
      status = ChargingAccountStatus.valueOf(AccountLifecycle.statusOn(dates(), today).name());
    }
  }

  /**
   * Ends the account; from then on its number may be given to another.
   *
   * @param on first day without service
   * @param today closes at once unless {@code on} is later
   */
  public void close(LocalDate on, LocalDate today) {
    closesOn = on;
    if (!on.isAfter(today)) {
      status = ChargingAccountStatus.CLOSED;
    }
  }

  /** From now on another tariff prices it. */
  public void moveTo(String otherTariffCode) {
    tariffCode = otherTariffCode;
  }

  /** The last days of its stages; null for an account that never ends. */
  public AccountLifecycle.Dates dates() {
    return activeUntil == null
        ? null
        : new AccountLifecycle.Dates(activeUntil, graceUntil, barredUntil);
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  /** Null for a shared account. */
  public Long getSubscriptionId() {
    return subscriptionId;
  }

  public String getServiceId() {
    return serviceId;
  }

  public String getTariffCode() {
    return tariffCode;
  }

  public String getCurrency() {
    return currency;
  }

  public BigDecimal getBalance() {
    return balance;
  }

  public BigDecimal getReserved() {
    return reserved;
  }

  public ChargingAccountStatus getStatus() {
    return status;
  }

  public Instant getOpenedAt() {
    return openedAt;
  }

  public LocalDate getClosesOn() {
    return closesOn;
  }

  /** Of a shared account; null for one of a subscription. */
  public String getName() {
    return name;
  }

  public PaymentMode getPaymentMode() {
    return paymentMode;
  }

  public BigDecimal getCreditLimit() {
    return creditLimit;
  }

  /** The shared account whose buckets it may use; null if there is none. */
  public Long getGroupId() {
    return groupId;
  }

  /** Below what its customer is warned; null for the operator's levels. */
  public BigDecimal getWarnBelow() {
    return warnBelow;
  }

  /** Barred with its subscription. */
  public boolean isSuspended() {
    return suspended;
  }
}
