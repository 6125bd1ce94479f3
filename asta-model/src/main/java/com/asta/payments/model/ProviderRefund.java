package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.AskSchedule;
import com.asta.payments.rules.ProviderFacts;
import com.asta.payments.rules.ProviderRefundState;
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
import java.math.BigDecimal;
import java.time.Instant;

/** An electronic payment, or a part of it, given back or taken back. */
@Entity
@Table(schema = "payments", name = "provider_refund")
public class ProviderRefund {
  /** Who wants it. */
  public enum Kind {
    /** We give it back. */
    REFUND,
    /** The payer's bank took it back. */
    CHARGEBACK
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "provider_refund_seq")
  @SequenceGenerator(
      name = "provider_refund_seq",
      schema = "payments",
      sequenceName = "provider_refund_seq",
      allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "payment_id")
  private long paymentId;

  @Column(name = "attempt_id")
  private long attemptId;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "external_id")
  private String externalId;

  @Column(name = "request_key")
  private String requestKey;

  private BigDecimal amount;
  private String currency;
  private String reason;

  @Enumerated(EnumType.STRING)
  private ProviderRefundState state;

  @Enumerated(EnumType.STRING)
  private ProviderRefundState told;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "timed_out_at")
  private Instant timedOutAt;

  @Column(name = "provider_id")
  private String providerId;

  private String failure;
  private int asked;

  @Column(name = "next_ask_at")
  private Instant nextAskAt;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Version private long version;

  protected ProviderRefund() {}

  public ProviderRefund(
      Kind kind, PaymentAttempt attempt, String externalId, String requestKey, Money amount) {
    this.kind = kind;
    this.paymentId = attempt.getPaymentId();
    this.attemptId = attempt.getId();
    this.accountId = attempt.getAccountId();
    this.externalId = externalId;
    this.requestKey = requestKey;
    this.amount = amount.amount();
    this.currency = amount.currency();
    this.state = ProviderRefundState.REQUESTED;
    this.told = ProviderRefundState.REQUESTED;
  }

  public ProviderRefund requested(String why, Instant at, String by) {
    reason = why;
    requestedAt = at;
    requestedBy = by;
    return this;
  }

  /** It may go to the provider. */
  public void approve(Instant at, String by) {
    decidedAt = at;
    decidedBy = by;
    told = ProviderRefundState.NEW;
    state = ProviderRefundState.NEW;
    nextAskAt = at.plus(AskSchedule.after(0).orElseThrow());
  }

  public void deny(Instant at, String by) {
    decidedAt = at;
    decidedBy = by;
    told = ProviderRefundState.DENIED;
    state = ProviderRefundState.DENIED;
    finishedAt = at;
  }

  /** The provider told a state, when asked at an instant or by itself. */
  public void told(ProviderRefundState what, Instant at) {
    follow(new ProviderFacts<>(told, toldAt, timedOutAt).told(what, at), at);
  }

  /** The provider was asked at an instant and did not answer. */
  public void timedOut(Instant at) {
    follow(new ProviderFacts<>(told, toldAt, timedOutAt).timedOut(at), at);
  }

  /** What the provider tells besides the state; null keeps what is known. */
  public void learn(String refundId, String why) {
    providerId = refundId == null ? providerId : refundId;
    failure = why == null ? failure : why;
  }

  /** The provider will have been asked once more. */
  public void asked(Instant at) {
    asked++;
    nextAskAt = AskSchedule.after(asked).map(at::plus).orElse(null);
  }

  private void follow(ProviderFacts<ProviderRefundState> facts, Instant at) {
    told = facts.told();
    toldAt = facts.toldAt();
    timedOutAt = facts.timedOutAt();
    state = facts.state();
    if (state.isFinal()) {
      finishedAt = finishedAt == null ? at : finishedAt;
      nextAskAt = null;
    }
  }

  public Long getId() {
    return id;
  }

  public Kind getKind() {
    return kind;
  }

  public long getPaymentId() {
    return paymentId;
  }

  public long getAttemptId() {
    return attemptId;
  }

  public long getAccountId() {
    return accountId;
  }

  public String getExternalId() {
    return externalId;
  }

  public Money getTotal() {
    return Money.of(amount, currency);
  }

  public String getReason() {
    return reason;
  }

  public ProviderRefundState getState() {
    return state;
  }

  public String getProviderId() {
    return providerId;
  }

  public String getRequestedBy() {
    return requestedBy;
  }
}
