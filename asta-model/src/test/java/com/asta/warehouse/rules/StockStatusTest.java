package com.asta.warehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StockStatusTest {

  @ParameterizedTest
  @CsvSource({
    "RECEIVED,    AVAILABLE,   true",
    "RECEIVED,    RESERVED,    false",
    "AVAILABLE,   RESERVED,    true",
    "AVAILABLE,   PICKED,      false",
    "RESERVED,    PICKED,      true",
    "RESERVED,    AVAILABLE,   true",
    "RESERVED,    SHIPPED,     false",
    "PICKED,      SHIPPED,     true",
    "PICKED,      AVAILABLE,   true",
    "SHIPPED,     AVAILABLE,   false",
    "SHIPPED,     RETURNED,    true",
    "RETURNED,    AVAILABLE,   true",
    "RETURNED,    RESERVED,    false",
    "QUARANTINED, AVAILABLE,   true",
    "QUARANTINED, SHIPPED,     false"
  })
  void aDeviceGoesOnlyAllowedWays(StockStatus from, StockStatus to, boolean allowed) {
    assertEquals(allowed, from.mayBecome(to));
  }

  @ParameterizedTest
  @EnumSource(StockStatus.class)
  void nothingBecomesWhatItIs(StockStatus status) {
    assertFalse(status.mayBecome(status));
  }

  @ParameterizedTest
  @EnumSource(
      value = StockStatus.class,
      names = {"AVAILABLE", "RESERVED"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyAvailableDevicesAreReserved(StockStatus status) {
    assertFalse(status.mayBecome(StockStatus.RESERVED));
  }
}
