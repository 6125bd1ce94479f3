package com.asta.marketing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetPromoterTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "10, 0, 0, 100",
    "0, 0, 10, -100",
    "5, 3, 2, 30",
    "1, 1, 1, 0",
    "2, 0, 1, 33",
    "1, 0, 2, -33",
    "5, 1, 2, 38",
  })
  void scoreIsPromotersLessDetractors(long nines, long sevens, long sixes, int score) {
    assertEquals(score, NetPromoter.of(Map.of(9, nines, 7, sevens, 6, sixes)).score());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 1", "6, 0, 0, 1", "7, 0, 1, 0", "8, 0, 1, 0", "9, 1, 0, 0", "10, 1, 0, 0"})
  void everyAnswerBelongsToOneGroup(int given, long promoters, long passives, long detractors) {
    assertEquals(
        new NetPromoter(promoters, passives, detractors), NetPromoter.of(Map.of(given, 1L)));
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> NetPromoter.of(Map.of(11, 1L)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.0", "1, 3, 33.3", "2, 3, 66.7", "3, 3, 100.0", "1, 16, 6.3"})
  void sharesAreRoundedHalfUp(long part, long whole, BigDecimal percent) {
    assertEquals(percent, Shares.percent(part, whole));
  }

  @Test
  void meanWeighsByCount() {
    assertEquals(new BigDecimal("4.3"), Shares.mean(Map.of(5, 2L, 3, 1L)));
    assertEquals(new BigDecimal("0.0"), Shares.mean(Map.of()));
  }
}
