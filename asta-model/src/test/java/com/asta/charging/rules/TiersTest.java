package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TiersTest {
  /** REFERENCE-CASES 10 to 12. */
  @ParameterizedTest(name = "{0}: {1} units cost {2}")
  @CsvSource({
    "BLOCK, 199, 5.90",
    "BLOCK, 200, 5.90",
    "BLOCK, 201, 8.85",
    "BLOCK, 0, 0",
    "GRADUATED, 111, 115.50",
    "GRADUATED, 10, 15.00",
    "GRADUATED, 5000, 2560.00",
    "VOLUME, 111, 55.50",
    "VOLUME, 110, 110.00",
    "VOLUME, 10, 15.00"
  })
  void quantityIsPricedByItsTiers(Tiering method, long units, BigDecimal expected) {
    assertEquals(0, expected.compareTo(tiers(method).price(units)));
  }

  /** Law: events of a month, in any pieces, cost what their total costs. */
  @ParameterizedTest
  @EnumSource(Tiering.class)
  void piecesAddUpToTheWhole(Tiering method) {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long used = 0;
      BigDecimal sum = BigDecimal.ZERO;
      for (int event = 0; event < 20; event++) {
        long units = 1 + random.nextInt(150);
        sum = sum.add(tiers(method).price(used, units));
        used += units;
      }
      assertEquals(0, tiers(method).price(used).compareTo(sum));
    }
  }

  /** REFERENCE-CASE 13: a month is that of the local calendar, over a change of the clocks. */
  @Test
  void monthIsThatOfTheLocalCalendar() {
    ZoneId newYork = ZoneId.of("America/New_York");
    long inMarch =
        Stream.of("2023-03-01T04:00", "2023-03-15T00:00", "2023-03-31T23:59")
            .map(text -> LocalDateTime.parse(text).atZone(newYork).toInstant())
            .map((Instant at) -> YearMonth.from(at.atZone(newYork)))
            .filter(YearMonth.of(2023, 3)::equals)
            .count();
    assertEquals(3, inMarch);
  }

  private static Tiers tiers(Tiering method) {
    return method == Tiering.BLOCK
        ? new Tiers(method, List.of(tier(100, "2.95")))
        : new Tiers(method, List.of(tier(10, "1.50"), tier(100, "1.00"), tier(1000, "0.50")));
  }

  private static Tier tier(long size, String price) {
    return new Tier(size, new BigDecimal(price));
  }
}
