package com.asta.payments.model;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.payments.rules.RefundReason;
import com.asta.payments.rules.RefundState;
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

/** Credit that goes back to its customer by a transfer. */
@Entity
@Table(schema = "payments", name = "refund")
public class Refund {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "refund_seq")
  @SequenceGenerator(
      name = "refund_seq",
      schema = "payments",
      sequenceName = "refund_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "request_key")
  private String requestKey;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "payment_id")
  private Long paymentId;

  private BigDecimal amount;
  private String currency;

  @Enumerated(EnumType.STRING)
  private RefundReason reason;

  private String note;

  @Column(name = "payee_name")
  private String payeeName;

  @Column(name = "payee_iban")
  private String payeeIban;

  @Enumerated(EnumType.STRING)
  private RefundState state = RefundState.REQUESTED;

  @Column(name = "bank_reason")
  private String bankReason = "";

  @Column(name = "batch_id")
  private Long batchId;

  @Column(name = "bank_entry_id")
  private Long bankEntryId;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Version private long version;

  protected Refund() {}

  /** A request of one form. */
  public Refund(String requestKey, FinancialAccount account, Money amount) {
    this.requestKey = requestKey;
    this.accountId = account.getAccountId();
    this.customerId = account.getCustomerId();
    this.amount = amount.amount();
    this.currency = amount.currency();
  }

  public Refund because(RefundReason why, String words, Long ofPayment) {
    reason = why;
    note = words;
    paymentId = ofPayment;
    return this;
  }

  public Refund to(String name, Iban iban) {
    payeeName = name;
    payeeIban = iban.value();
    return this;
  }

  public Refund requested(Instant at, String by) {
    requestedAt = at;
    requestedBy = by;
    return this;
  }

  public void approve(Instant at, String by) {
    move(RefundState.APPROVED);
    decidedAt = at;
    decidedBy = by;
  }

  public void decline(Instant at, String by) {
    move(RefundState.DECLINED);
    decidedAt = at;
    decidedBy = by;
  }

  /** Written into a file for the bank. */
  public void submit(long batch) {
    move(RefundState.SUBMITTED);
    batchId = batch;
  }

  /** The money left. */
  public void pay(long entry) {
    move(RefundState.PAID);
    bankEntryId = entry;
  }

  /** The bank did not pay it, or it came back. */
  public void reject(String code) {
    move(RefundState.REJECTED);
    bankReason = code;
  }

  private void move(RefundState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("Refund " + id + " is " + state + ", not " + next);
    }
    state = next;
  }

  public Long getId() {
    return id;
  }

  public String getRequestKey() {
    return requestKey;
  }

  public long getAccountId() {
    return accountId;
  }

  public Long getPaymentId() {
    return paymentId;
  }

  public Money getTotal() {
    return Money.of(amount, currency);
  }

  public RefundReason getReason() {
    return reason;
  }

  public String getPayeeName() {
    return payeeName;
  }

  public String getPayeeIban() {
    return payeeIban;
  }

  public RefundState getState() {
    return state;
  }

  public String getRequestedBy() {
    return requestedBy;
  }
}
