package com.asta.billing.model;

/** What a bill run is for. */
public enum BillRunKind {
  /** All accounts whose cycle ends on a day. */
  CYCLE,
  /** One account between its cycles. */
  ON_DEMAND,
  /** One account whose last service has ended. */
  FINAL_BILL
}
