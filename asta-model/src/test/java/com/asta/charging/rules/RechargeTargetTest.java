package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RechargeTargetTest {
  @ParameterizedTest(name = "billed {0}, balance {1}: {2}")
  @CsvSource({
    "false, 5.00, BALANCE",
    "false, 0.00, BALANCE",
    "false, -5.00, BALANCE",
    "true, 5.00, BALANCE",
    "true, 0.00, BALANCE",
    "true, -0.01, BUCKET"
  })
  void debtThatIsOnTheBillIsLeftToTheBill(
      boolean billed, BigDecimal balance, RechargeTarget target) {
    assertEquals(target, RechargeTarget.of(billed, balance));
  }
}
