package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
  private static final Levels LEVELS =
      new Levels(List.of(BigDecimal.TEN, BigDecimal.ZERO, new BigDecimal("5.00")));

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "20, 10, ''",
    "20, 9.99, 10-",
    "20, 1, 5.00- 10-",
    "9.99, 9.98, ''",
    "9.99, 10, 10+",
    "1, 20, 5.00+ 10+",
    "0, -0.01, 0-",
    "5, 5, ''"
  })
  void aLevelIsCrossedByFallingBelowItAndByReachingItAgain(
      BigDecimal before, BigDecimal after, String expected) {
    assertEquals(
        expected,
        LEVELS.crossed(before, after).stream()
            .map(each -> each.level() + (each.down() ? "-" : "+"))
            .collect(Collectors.joining(" ")));
  }

  /** Law: on any walk, crossings of one level go down and up in turn. */
  @Test
  void crossingsAlternate() {
    Random random = new Random(2);
    BigDecimal balance = new BigDecimal(20);
    boolean above = true;
    for (int i = 0; i < 5_000; i++) {
      BigDecimal next = balance.add(BigDecimal.valueOf(random.nextInt(700) - 350, 2));
      for (Levels.Crossed crossed : new Levels(List.of(BigDecimal.TEN)).crossed(balance, next)) {
        assertEquals(above, crossed.down());
        above = !above;
      }
      balance = next;
    }
  }
}
