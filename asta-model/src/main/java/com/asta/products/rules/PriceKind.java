package com.asta.products.rules;

/** When a price is charged (TMF620 {@code priceType}). */
public enum PriceKind {
  /** Once, at activation. */
  ONE_TIME,
  /** Again and again, by its own recurrence. */
  RECURRING,
  /** By use; the tariff named by the price decides the amount. */
  USAGE,
  /** What is missing to a minimum of recurring prices and usage of a period, after discounts. */
  MINIMUM,
  /** Asked at the sale and held without interest; given back when the service ends. */
  DEPOSIT,
  /**
   * For ending before the term: the amount, or without one the monthly prices of the term, by the
   * days that are left of it.
   */
  PENALTY;

  /** Whether it is due period by period. */
  public boolean recurs() {
    return this == RECURRING || this == MINIMUM;
  }
}
