package com.asta.payments.model;

import com.asta.common.Shard;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.rules.References;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A customer's account with its debts and credits; locked while money moves. */
@Entity
@Table(schema = "payments", name = "financial_account")
public class FinancialAccount {
  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  private int shard;
  private String number;

  @Column(name = "number_key")
  private String numberKey;

  private String currency;

  @Column(name = "dunning_level")
  @Enumerated(EnumType.STRING)
  private DunningLevel dunningLevel;

  @Column(name = "dunning_paused")
  private boolean dunningPaused;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Version private long version;

  protected FinancialAccount() {}

  public FinancialAccount(
      long accountId, long customerId, String number, String currency, Instant openedAt) {
    this.accountId = accountId;
    this.customerId = customerId;
    this.shard = Shard.of(accountId);
    this.number = number;
    this.numberKey = References.key(number);
    this.currency = currency;
    this.dunningLevel = DunningLevel.NONE;
    this.openedAt = openedAt;
  }

  public void reach(DunningLevel level) {
    dunningLevel = level;
  }

  public void pauseDunning() {
    dunningPaused = true;
  }

  public void resumeDunning() {
    dunningPaused = false;
  }

  public long getAccountId() {
    return accountId;
  }

  public long getCustomerId() {
    return customerId;
  }

  public String getNumber() {
    return number;
  }

  public String getCurrency() {
    return currency;
  }

  public DunningLevel getDunningLevel() {
    return dunningLevel;
  }

  public boolean isDunningPaused() {
    return dunningPaused;
  }
}
