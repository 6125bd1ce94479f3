package com.asta.products.rules;

/** When a price is charged (TMF620 {@code priceType}). */
public enum PriceKind {
  /** Once, at activation. */
  ONE_TIME,
  /** Every month of the bill cycle. */
  RECURRING,
  /** By use; the tariff named by the price decides the amount. */
  USAGE
}
