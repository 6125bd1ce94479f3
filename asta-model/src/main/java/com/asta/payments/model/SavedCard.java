package com.asta.payments.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A card that a customer saved at the provider; here stands its token and no number. */
@Entity
@Table(schema = "payments", name = "saved_card")
public class SavedCard {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_card_seq")
  @SequenceGenerator(
      name = "saved_card_seq",
      schema = "payments",
      sequenceName = "saved_card_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  private String gateway;
  private String token;
  private String masked;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  private boolean used;

  @Column(name = "auto_pay")
  private boolean autoPay;

  @Column(name = "consent_at")
  private Instant consentAt;

  @Column(name = "consent_by")
  private String consentBy;

  @Column(name = "removed_at")
  private Instant removedAt;

  @Column(name = "removed_by")
  private String removedBy;

  @Version private long version;

  protected SavedCard() {}

  public SavedCard(PaymentAttempt attempt, String token, String masked, LocalDate expiresOn) {
    this.accountId = attempt.getAccountId();
    this.customerId = attempt.getCustomerId();
    this.gateway = attempt.getGateway();
    this.token = token;
    this.masked = masked;
    this.expiresOn = expiresOn;
    this.consentAt = attempt.getStartedAt();
    this.consentBy = attempt.getStartedBy();
  }

  /** It was charged once under the customer's consent. */
  public void use() {
    used = true;
  }

  public void payByItself(boolean wanted) {
    autoPay = wanted;
  }

  /** Forgets the token. */
  public void remove(Instant at, String by) {
    removedAt = at;
    removedBy = by;
    token = "";
    autoPay = false;
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public String getGateway() {
    return gateway;
  }

  public String getToken() {
    return token;
  }

  public String getMasked() {
    return masked;
  }

  public boolean isUsed() {
    return used;
  }

  public boolean isAutoPay() {
    return autoPay;
  }

  public boolean isRemoved() {
    return removedAt != null;
  }
}
