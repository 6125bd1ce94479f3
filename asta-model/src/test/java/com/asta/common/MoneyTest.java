package com.asta.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0.005, PLN, 0.01 PLN",
    "0.004999999999, PLN, 0.00 PLN",
    "-0.005, PLN, -0.01 PLN",
    "12.5, JPY, 13 JPY",
    "100, PLN, 100.00 PLN"
  })
  void roundsHalfUpToTheCurrencysScale(String amount, String currency, String rounded) {
    assertEquals(rounded, Money.of(amount, currency).rounded().toString());
  }

  @Test
  void equalAmountsAreEqualWhateverTheirScale() {
    assertEquals(Money.of("1.5", "PLN"), Money.of("1.500", "PLN"));
    assertEquals(Money.of("100", "PLN"), Money.of(new BigDecimal("1E2"), "PLN"));
  }

  @Test
  void arithmeticKeepsEveryDecimal() {
    Money sum = Money.of("0.1", "PLN").plus(Money.of("0.000000000001", "PLN"));
    assertEquals(new BigDecimal("0.100000000001"), sum.amount());
  }

  @ParameterizedTest
  @CsvSource({"599.95, 29, 31, 561.24", "249.95, 14, 30, 116.64", "2399.95, 9, 365, 59.18"})
  void aFractionIsRoundedOnce(String price, long part, long whole, String expected) {
    Money stub = Money.of(price, "PLN").fraction(part, whole).rounded();
    assertEquals(Money.of(expected, "PLN"), stub);
  }

  @Test
  void currenciesNeverMix() {
    Money zloty = Money.of("1", "PLN");
    Money euro = Money.of("2", "EUR");
    var refused = assertThrows(IllegalArgumentException.class, () -> zloty.plus(euro));
    assertEquals("Cannot combine 1.00 PLN with 2.00 EUR", refused.getMessage());
  }

  @Test
  void refusesMoreThanTwelveDecimals() {
    assertThrows(IllegalArgumentException.class, () -> Money.of("0.0000000000001", "PLN"));
  }
}
