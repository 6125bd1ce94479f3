package com.asta.customers.model;

import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ConsentSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A customer's last word on one use of personal data; the audit log keeps the earlier ones. */
@Entity
@Table(name = "consent", schema = "customers")
public class Consent {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers.consent_seq")
  @SequenceGenerator(
      name = "customers.consent_seq",
      sequenceName = "customers.consent_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "customer_id")
  private long customerId;

  @Enumerated(EnumType.STRING)
  private ConsentPurpose purpose;

  private boolean granted;

  @Enumerated(EnumType.STRING)
  private ConsentSource source;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private int version;

  protected Consent() {}

  /** A first decision. */
  public Consent(
      long customerId, ConsentPurpose purpose, boolean granted, ConsentSource source, Instant at) {
    this.customerId = customerId;
    this.purpose = purpose;
    decide(granted, source, at);
  }

  /** A later decision replaces the earlier one. */
  public final void decide(boolean newGranted, ConsentSource from, Instant at) {
    granted = newGranted;
    source = from;
    decidedAt = at;
  }

  public ConsentPurpose getPurpose() {
    return purpose;
  }

  public boolean isGranted() {
    return granted;
  }

  public ConsentSource getSource() {
    return source;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }
}
