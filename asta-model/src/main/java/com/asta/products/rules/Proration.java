package com.asta.products.rules;

/** What a part of a nominal period costs of a recurring price. */
public enum Proration {
  /** Its days of the days of the full nominal period. */
  DAILY,
  /** As if every month had thirty days (30/360). */
  THIRTY_DAY,
  /** The whole price: a period that was begun is paid, and nothing of it is given back. */
  NONE
}
