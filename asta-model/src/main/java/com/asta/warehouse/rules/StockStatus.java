package com.asta.warehouse.rules;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a serialised device (TMF687 Stock). */
public enum StockStatus {
  /** Delivered and not inspected yet. */
  RECEIVED,
  /** May be promised to an order. */
  AVAILABLE,
  /** Promised to an order, still on its shelf. */
  RESERVED,
  /** Taken from the shelf for its order. */
  PICKED,
  /** Left the house. */
  SHIPPED,
  /** Held back: damaged, suspect or under inspection. */
  QUARANTINED,
  /** Came back from a customer. */
  RETURNED;

  private static final Map<StockStatus, Set<StockStatus>> NEXT =
      Map.of(
          RECEIVED, EnumSet.of(AVAILABLE, QUARANTINED),
          AVAILABLE, EnumSet.of(RESERVED, QUARANTINED),
          RESERVED, EnumSet.of(PICKED, AVAILABLE, QUARANTINED),
          PICKED, EnumSet.of(SHIPPED, AVAILABLE, QUARANTINED),
          SHIPPED, EnumSet.of(RETURNED),
          RETURNED, EnumSet.of(AVAILABLE, QUARANTINED),
          QUARANTINED, EnumSet.of(AVAILABLE));

  /** True if a device in this status may become {@code next}. */
  public boolean mayBecome(StockStatus next) {
    return NEXT.get(this).contains(next);
  }

  /** True while the device is in the house. */
  public boolean isOnHand() {
    return this != SHIPPED;
  }

  /** True while the device is kept for one order. */
  public boolean isHeld() {
    return this == RESERVED || this == PICKED;
  }
}
