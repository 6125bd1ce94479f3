package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourEyesTest {
  @ParameterizedTest
  @CsvSource({
    "100, 0, false",
    "100.01, 0, true",
    "-100, 0, false",
    "-100.01, 0, true",
    "60, 40, false",
    "60, 40.01, true"
  })
  void whatExceedsTheLimitInADayNeedsASecondPerson(
      BigDecimal amount, BigDecimal sameDay, boolean needed) {
    assertEquals(needed, FourEyes.needed(amount, sameDay, BigDecimal.valueOf(100)));
  }
}
