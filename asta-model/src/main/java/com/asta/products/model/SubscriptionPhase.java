package com.asta.products.model;

import com.asta.products.rules.PhaseSpan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A stretch of a subscription on one offer version; half-open. */
@Entity
@Table(schema = "products", name = "subscription_phase")
public class SubscriptionPhase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscription_phase")
  @SequenceGenerator(
      name = "subscription_phase",
      schema = "products",
      sequenceName = "subscription_phase_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "subscription_id")
  private Subscription subscription;

  @Column(name = "account_id")
  private long accountId;

  private int position;

  @Column(name = "offer_version_id")
  private long offerVersionId;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  protected SubscriptionPhase() {}

  SubscriptionPhase(Subscription subscription, int position, PhaseSpan span) {
    this.subscription = subscription;
    this.accountId = subscription.getAccountId();
    this.position = position;
    become(span);
  }

  final void become(PhaseSpan span) {
    this.offerVersionId = span.offerVersionId();
    this.startsOn = span.start();
    this.endsOn = span.end();
  }

  /** The phase as a plain value. */
  public PhaseSpan span() {
    return new PhaseSpan(offerVersionId, startsOn, endsOn);
  }

  public Long getId() {
    return id;
  }
}
