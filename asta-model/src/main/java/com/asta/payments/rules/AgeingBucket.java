package com.asta.payments.rules;

/** How long a debt is overdue, in the steps of an ageing report. */
public enum AgeingBucket {
  NOT_DUE,
  DAYS_1_30,
  DAYS_31_60,
  DAYS_61_90,
  OVER_90;

  /** The bucket of a debt; the due day itself is not overdue. */
  public static AgeingBucket of(long overdueDays) {
    if (overdueDays <= 0) {
      return NOT_DUE;
    }
    if (overdueDays <= 30) {
      return DAYS_1_30;
    }
    if (overdueDays <= 60) {
      return DAYS_31_60;
    }
    return overdueDays <= 90 ? DAYS_61_90 : OVER_90;
  }
}
