package com.asta.billing.rules;

/** How often an account is billed. */
public enum CycleFrequency {
  WEEKLY(0),
  MONTHLY(1),
  QUARTERLY(3),
  YEARLY(12);

  private final int months;

  CycleFrequency(int months) {
    this.months = months;
  }

  /** Months from one bill to the next; 0 where weeks are counted. */
  public int months() {
    return months;
  }
}
