package com.asta.products.rules;

/** What a discount reduces. */
public enum DiscountScope {
  RECURRING,
  ONE_TIME,
  USAGE;

  /** Whether prices of a kind are of this scope. */
  public boolean covers(PriceKind kind) {
    return kind.name().equals(name());
  }
}
