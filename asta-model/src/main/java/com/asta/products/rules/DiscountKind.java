package com.asta.products.rules;

/** How a discount is measured. */
public enum DiscountKind {
  /** A share of what is left of the price. */
  PERCENT,
  /** An amount off each nominal period, prorated as the price; never more than is left. */
  ABSOLUTE
}
