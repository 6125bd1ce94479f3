package com.asta.payments.model;

import com.asta.common.Shard;
import com.asta.payments.rules.References;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
  private int dunningLevel;

  @Column(name = "dunning_barred")
  private boolean dunningBarred;

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
    this.openedAt = openedAt;
  }

  /** Nobody is dunned on it any more. */
  public void endDunning() {
    dunningLevel = 0;
    dunningBarred = false;
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

  /** The level carried out, 0 for none; see the policy of the open case. */
  public int getDunningLevel() {
    return dunningLevel;
  }

  /** Dunning made its services unusable. */
  public boolean isDunningBarred() {
    return dunningBarred;
  }
}
