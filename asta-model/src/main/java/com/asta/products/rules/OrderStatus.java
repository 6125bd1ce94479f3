package com.asta.products.rules;

import java.util.Collection;

/** The states of an order that this product uses of TMF622. */
public enum OrderStatus {
  /** At least one item is still to be fulfilled. */
  IN_PROGRESS,
  /** Everything was delivered. */
  COMPLETED,
  /** A part was delivered, the rest was cancelled. */
  PARTIAL,
  /** Nothing was delivered and nothing will be. */
  CANCELLED;

  /** The state of an order that follows from the states of its items. */
  public static OrderStatus of(Collection<ItemStatus> items) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("an order without items has no status: " + items);
    }
    if (items.contains(ItemStatus.PENDING)) {
      return IN_PROGRESS;
    }
    if (!items.contains(ItemStatus.CANCELLED)) {
      return COMPLETED;
    }
    return items.contains(ItemStatus.COMPLETED) ? PARTIAL : CANCELLED;
  }
}
