package com.asta.billing.rules;

/** Why an item is on the bill. */
public enum ItemKind {
  /** A recurring price for the days of its period. */
  RECURRING,
  /** Days given back that an earlier bill had charged in advance. */
  CREDIT,
  ONE_TIME,
  USAGE,
  /** Usage of earlier cycles that arrived after their bill. */
  LATE_USAGE,
  MANUAL,
  /** What a discount takes off the item above it; gives it back below a credit. */
  DISCOUNT,
  /** What was missing to a minimum of a period. */
  MINIMUM,
  DEPOSIT,
  /** A deposit given back by setting it off. */
  DEPOSIT_RETURN,
  /** For the days that were left of a term. */
  PENALTY
}
