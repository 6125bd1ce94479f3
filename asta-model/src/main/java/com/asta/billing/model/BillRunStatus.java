package com.asta.billing.model;

/** Where a bill run stands. */
public enum BillRunStatus {
  /** Drafts are being calculated. */
  TRIAL,
  /** Drafts can be looked at, repeated, approved or thrown away. */
  REVIEW,
  /** Numbers are given; invoices are being written. */
  APPROVED,
  FINAL,
  CANCELLED;

  public boolean isOpen() {
    return this == TRIAL || this == REVIEW || this == APPROVED;
  }

  /** True while a job works on the run. */
  public boolean isWorking() {
    return this == TRIAL || this == APPROVED;
  }
}
