package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePriceTest {
  @ParameterizedTest(name = "{0} {1} {2}, whole {3}, net {4}: {5}")
  @CsvSource({
    // kind, measured, unit, whole price, exact net, quantity × price / per
    "RECURRING,      ,        ,      59.99,   59.99,           1 x 59.99",
    "RECURRING,      ,        ,      60,      24,              0.4 x 60",
    "RECURRING,      ,        ,      59.99,   21.996333333333, 0.366667 x 59.99",
    "RECURRING,      ,        ,      0,       0,               1 x 0",
    "CREDIT,         ,        ,      60,      -24,             -0.4 x 60",
    "ONE_TIME,       ,        ,      100,     100,             1 x 100",
    "PENALTY,        ,        ,      400,     100,             0.25 x 400",
    // what was missing to the minimum, not the minimum
    "MINIMUM,        ,        ,      20,      7.35,            1 x 7.35",
    "DEPOSIT,        ,        ,      200,     200,             1 x 200",
    "DEPOSIT_RETURN, ,        ,      200,     -200,            -1 x 200",
    "MANUAL,         ,        ,      15,      15,              1 x 15",
    "MANUAL,         ,        ,      -15,     -15,             none",
    "DISCOUNT,       ,        ,      59.99,   -5,              none",
    "USAGE,          600,     s,     1.90,    1.90,            10.000000 x 0.19 / min average",
    "USAGE,          601,     s,     1.90,    1.90,            10.016667 x 0.1897 / min average",
    "USAGE,          3145728, octet, 0.05,    0.05,            3.000000 x 0.0167 / MB average",
    "USAGE,          7,       1,     0.70,    0.70,            7.000000 x 0.1 average",
    "LATE_USAGE,     60,      s,     0,       0,               1.000000 x 0 / min average",
    "USAGE,          0,       s,     1,       1,               none",
    "USAGE,          ,        s,     1,       1,               none",
  })
  void everyLineHasAQuantityAndAPriceOrTakesOffFromOthers(
      ItemKind kind,
      BigDecimal measured,
      String unit,
      String whole,
      String exact,
      String expected) {
    String found =
        LinePrice.of(kind, measured, unit, Money.of(whole, "PLN"), Money.of(exact, "PLN"))
            .map(LinePriceTest::text)
            .orElse("none");
    assertEquals(expected, found);
  }

  private static String text(LinePrice price) {
    return price.quantity().toPlainString()
        + " x "
        + price.price().amount().toPlainString()
        + (price.per() == null ? "" : " / " + price.per())
        + (price.average() ? " average" : "");
  }

  /** Law: where the price is no average, quantity and price give the line's amount to the cent. */
  @Test
  void quantityTimesPriceIsTheLinesAmount() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      Money whole = Money.of(BigDecimal.valueOf(random.nextInt(2_000_000), 2), "PLN");
      int days = 28 + random.nextInt(4);
      Money exact = whole.fraction(1 + random.nextInt(days), days);
      ItemKind kind = random.nextBoolean() ? ItemKind.RECURRING : ItemKind.CREDIT;
      Money signed = kind == ItemKind.CREDIT ? exact.negated() : exact;
      LinePrice price = LinePrice.of(kind, null, null, whole, signed).orElseThrow();
      BigDecimal product =
          price.price().amount().multiply(price.quantity()).setScale(2, RoundingMode.HALF_UP);
      assertTrue(
          product.compareTo(signed.rounded().amount()) == 0,
          "seed " + seed + ": " + price + " for " + signed);
      assertTrue(!price.price().isNegative());
    }
  }
}
