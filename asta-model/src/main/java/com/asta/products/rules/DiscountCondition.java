package com.asta.products.rules;

/**
 * When a discount is given. The order of the constants is the fixed order in which discounts are
 * taken off: each reduces what the ones before it left.
 */
public enum DiscountCondition {
  /** To everyone who holds the offer. */
  ALWAYS,
  /** From a number of subscriptions of the offer in the account on. */
  SUBSCRIPTIONS,
  /** From a quantity of the bill's usage on. */
  USAGE,
  /** While another offer is held in the account. */
  HELD_WITH,
  /** To who ordered with a promotion's code. */
  PROMOTION;

  /** Whether the condition counts something. */
  public boolean hasThreshold() {
    return this == SUBSCRIPTIONS || this == USAGE;
  }

  /** Whether the condition names an offer or a promotion. */
  public boolean hasSubject() {
    return this == HELD_WITH || this == PROMOTION;
  }
}
