package com.asta.billing.model;

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
import java.time.LocalDate;

/**
 * One run over the accounts whose bill cycle ends on a day: trial, review, approval, invoices. A
 * bill of one account on demand is a run of its own.
 */
@Entity
@Table(schema = "billing", name = "bill_run")
@SequenceGenerator(
    name = "bill_run",
    schema = "billing",
    sequenceName = "bill_run_seq",
    allocationSize = 50)
public class BillRun {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bill_run")
  private long id;

  @Column(name = "cycle_end")
  private LocalDate cycleEnd;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  @Enumerated(EnumType.STRING)
  private BillRunStatus status;

  @Enumerated(EnumType.STRING)
  private BillRunKind kind;

  @Column(name = "account_id")
  private Long accountId;

  @Column(name = "request_key")
  private String requestKey;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "trialled_at")
  private Instant trialledAt;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "execution_id")
  private Long executionId;

  @Column(name = "delivery_by")
  private String deliveryBy;

  @Column(name = "delivery_at")
  private Instant deliveryAt;

  @Column(name = "delivered_at")
  private Instant deliveredAt;

  @Version private int version;

  protected BillRun() {}

  public BillRun(LocalDate cycleEnd, LocalDate issuedOn, String startedBy, Instant now) {
    if (issuedOn.isBefore(cycleEnd)) {
      throw new IllegalArgumentException(
          "Invoices of the cycle to " + cycleEnd + " cannot be issued on " + issuedOn);
    }
    this.cycleEnd = cycleEnd;
    this.issuedOn = issuedOn;
    this.startedBy = startedBy;
    this.startedAt = now;
    this.status = BillRunStatus.TRIAL;
    this.kind = BillRunKind.CYCLE;
  }

  /** The bill of one account up to today. */
  public static BillRun ofAccount(
      BillRunKind kind,
      long accountId,
      String requestKey,
      LocalDate today,
      String startedBy,
      Instant now) {
    BillRun run = new BillRun(today, today, startedBy, now);
    run.kind = kind;
    run.accountId = accountId;
    run.requestKey = requestKey;
    return run;
  }

  /** All accounts were looked at; a person decides. */
  public void trialled(Instant now) {
    expect(BillRunStatus.TRIAL);
    status = BillRunStatus.REVIEW;
    trialledAt = now;
  }

  /** Calculates again: all accounts, or those put back. */
  public void repeat() {
    expect(BillRunStatus.REVIEW);
    status = BillRunStatus.TRIAL;
  }

  /** The drafts become invoices. */
  public void approve(String approver, Instant now) {
    expect(BillRunStatus.REVIEW);
    status = BillRunStatus.APPROVED;
    approvedBy = approver;
    approvedAt = now;
  }

  /** Every numbered draft is an invoice. */
  public void finish(Instant now) {
    expect(BillRunStatus.APPROVED);
    status = BillRunStatus.FINAL;
    finishedAt = now;
  }

  /** Throws the drafts away; nothing was issued. */
  public void cancel(Instant now) {
    expect(BillRunStatus.REVIEW);
    status = BillRunStatus.CANCELLED;
    finishedAt = now;
  }

  /** The invoices are sent on their way. */
  public void deliver(String by, Instant now) {
    expect(BillRunStatus.FINAL);
    if (deliveryAt != null) {
      throw new IllegalStateException("Bill run " + id + " is delivered since " + deliveryAt);
    }
    deliveryBy = by;
    deliveryAt = now;
  }

  /** Every invoice is on its way. */
  public void delivered(Instant now) {
    if (deliveredAt == null) {
      deliveredAt = now;
    }
  }

  /** The job execution that works on the run. */
  public void workedOnBy(long execution) {
    executionId = execution;
  }

  private void expect(BillRunStatus expected) {
    if (status != expected) {
      throw new IllegalStateException("Bill run " + id + " is " + status + ", not " + expected);
    }
  }

  public long getId() {
    return id;
  }

  public LocalDate getCycleEnd() {
    return cycleEnd;
  }

  public LocalDate getIssuedOn() {
    return issuedOn;
  }

  public BillRunStatus getStatus() {
    return status;
  }

  public BillRunKind getKind() {
    return kind;
  }

  public Long getAccountId() {
    return accountId;
  }

  public String getStartedBy() {
    return startedBy;
  }

  public Instant getStartedAt() {
    return startedAt;
  }

  public Instant getTrialledAt() {
    return trialledAt;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }

  public Instant getFinishedAt() {
    return finishedAt;
  }

  public String getDeliveryBy() {
    return deliveryBy;
  }

  public Instant getDeliveryAt() {
    return deliveryAt;
  }

  public Instant getDeliveredAt() {
    return deliveredAt;
  }

  public Long getExecutionId() {
    return executionId;
  }
}
