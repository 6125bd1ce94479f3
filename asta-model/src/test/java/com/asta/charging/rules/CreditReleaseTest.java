package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditReleaseTest {
  @ParameterizedTest(name = "balance {0}, bill took {1}, used later {2}: {3}")
  @CsvSource({
    "-18, 18, 0, 18",
    "-18, 18.000000000000, 0, 18",
    "-20, 18, 2, 18",
    "-20, 18, 0, 18",
    "-18, 25, 0, 18",
    "-18, 25, 8, 10",
    "-5, 18, 8, 0",
    "-5, 5, -3, 5",
    "0, 18, 0, 0",
    "7, 18, 0, 0",
    "-18, 0, 0, 0",
    "-18, -4, 0, 0",
    "-0.30, 0.10, 0.15, 0.10",
    "-0.30, 0.123456, 0, 0.1234"
  })
  void aBillGivesBackWhatItTook(
      BigDecimal balance, BigDecimal taken, BigDecimal later, BigDecimal released) {
    assertAmount(released, CreditRelease.of(balance, taken, later));
  }

  @Test
  void anAccountOwesAfterABillWhatCameAfterIt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      BigDecimal online = cents(random);
      BigDecimal offline = cents(random);
      BigDecimal later = cents(random);
      BigDecimal balance = online.add(later).negate();
      BigDecimal released = CreditRelease.of(balance, online.add(offline), later);
      String told = "seed " + seed + ": " + online + ", " + offline + ", " + later;
      assertTrue(released.compareTo(online) == 0, told);
      assertTrue(balance.add(released).compareTo(later.negate()) == 0, told);
    }
  }

  private static BigDecimal cents(Random random) {
    return BigDecimal.valueOf(random.nextInt(3_000), 2);
  }

  private static void assertAmount(BigDecimal expected, BigDecimal actual) {
    assertEquals(0, expected.compareTo(actual), expected + " but " + actual);
  }
}
