package com.asta.customers.model;

import com.asta.common.Shard;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What a customer's services are billed to (TMF666 Billing Account). Its id leads the keys of
 * usage, bills and postings downstream; its number is the reference a payer quotes.
 */
@Entity
@Table(name = "account", schema = "customers")
public class Account {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers.account_seq")
  @SequenceGenerator(
      name = "customers.account_seq",
      sequenceName = "customers.account_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "customer_id")
  private long customerId;

  private String number;
  private String currency;
  private short shard;

  @Column(name = "opened_at")
  private Instant openedAt;

  protected Account() {}

  /** A newly opened account; its number and shard follow when its id is known. */
  public Account(long customerId, String currency, Instant at) {
    this.customerId = customerId;
    this.currency = currency;
    this.openedAt = at;
  }

  /** Gives the number people quote and the shard work is divided by, both made of the id. */
  public void numbered() {
    number = "A-%06d".formatted(id);
    shard = (short) Shard.of(id);
  }

  public Long getId() {
    return id;
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

  public int getShard() {
    return shard;
  }
}
