package com.asta.warehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockPositionTest {

  @Test
  void shippedDevicesAreNotOnHandAndOnlyAvailableOnesArePromisable() {
    StockPosition position =
        StockPosition.of(
            Map.of(
                StockStatus.AVAILABLE, 7L,
                StockStatus.RESERVED, 2L,
                StockStatus.PICKED, 1L,
                StockStatus.QUARANTINED, 3L,
                StockStatus.RETURNED, 1L,
                StockStatus.RECEIVED, 4L,
                StockStatus.SHIPPED, 90L));

    assertEquals(new StockPosition(18, 7, 3, 8), position);
  }

  @Test
  void whatIsOnHandIsPromisableOrHeldOrBlocked() {
    Map<StockStatus, Long> counts = new EnumMap<>(StockStatus.class);
    for (StockStatus status : StockStatus.values()) {
      counts.put(status, 1L + status.ordinal() * 3L);
    }

    StockPosition position = StockPosition.of(counts);

    assertEquals(position.onHand(), position.promisable() + position.held() + position.blocked());
  }

  @ParameterizedTest
  @CsvSource({"11, 10, false", "10, 10, true", "0, 0, true", "1, 0, false"})
  void theReorderLevelItselfCounts(long promisable, int level, boolean reorder) {
    assertEquals(reorder, new StockPosition(promisable, promisable, 0, 0).isToReorder(level));
  }
}
