package com.asta.warehouse.rules;

import java.util.Map;

/**
 * How many devices of one model there are.
 *
 * @param onHand in the house, whatever their state
 * @param promisable may be promised to the next order
 * @param held reserved or picked for orders
 * @param blocked in the house but neither promisable nor held: to inspect, quarantined, returned
 */
public record StockPosition(long onHand, long promisable, long held, long blocked) {
  /** Adds up counts by status. */
  public static StockPosition of(Map<StockStatus, Long> counts) {
    long onHand = 0;
    long promisable = 0;
    long held = 0;
    for (var each : counts.entrySet()) {
      long count = each.getValue();
      onHand += each.getKey().isOnHand() ? count : 0;
      promisable += each.getKey() == StockStatus.AVAILABLE ? count : 0;
      held += each.getKey().isHeld() ? count : 0;
    }
    return new StockPosition(onHand, promisable, held, onHand - promisable - held);
  }

  /** True if so few can be promised that it is time to order: the level itself counts. */
  public boolean isToReorder(int reorderLevel) {
    return promisable <= reorderLevel;
  }
}
