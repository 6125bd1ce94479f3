package com.asta.billing.rules;

/** Why an account cannot be billed. */
public enum QuarantineReason {
  /** A line's VAT category has no rate on the day of taxation. */
  VAT_CATEGORY_UNKNOWN,
  /** A line is in another currency than the account. */
  CURRENCY_DIFFERS,
  /** A subscription refers to an offer version that the catalogue does not have. */
  OFFER_UNKNOWN,
  /** The buyer lacks what an invoice must show. */
  BUYER_INCOMPLETE,
  /** No fault: somebody holds the bills back; the detail says why. */
  HELD,
  /** The calculation failed; the detail says how. */
  CALCULATION_FAILED
}
