package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTest {

  /** Known answers 1 to 9: the piece that begins the span, and how many pieces there are. */
  @ParameterizedTest
  @CsvSource({
    // price, from, until, cycle day, months, pieces, first ends, first costs
    "599.95, 2012-03-02, 2012-05-31, 31, 1, 3, 2012-03-31, 561.24",
    "599.95, 2012-03-31, 2012-05-31, 31, 1, 2, 2012-04-30, 599.95",
    "599.95, 2012-03-02, 2012-04-02, 2, 1, 1, 2012-04-02, 599.95",
    "599.95, 2012-03-02, 2012-03-03, 3, 1, 1, 2012-03-03, 20.69",
    "249.95, 2016-05-01, 2016-06-15, 15, 1, 2, 2016-05-15, 116.64",
    "249.95, 2016-05-15, 2016-06-15, 15, 1, 1, 2016-06-15, 249.95",
    "249.95, 2016-06-01, 2016-07-15, 15, 1, 2, 2016-06-15, 112.88",
    "249.95, 2016-07-15, 2016-08-10, 10, 1, 1, 2016-08-10, 209.64",
    "2399.95, 2017-05-01, 2019-05-10, 10, 12, 3, 2017-05-10, 59.18",
    "900, 2023-08-11, 2023-08-20, 11, 1, 1, 2023-08-20, 261.29",
    "100, 2023-01-01, 2023-01-15, 1, 1, 1, 2023-01-15, 45.16",
    "100, 2023-01-20, 2023-02-01, 1, 1, 1, 2023-02-01, 38.71",
    "599.95, 2012-05-05, 2012-06-01, 1, 1, 1, 2012-06-01, 522.54",
    "249.95, 2012-05-05, 2012-06-01, 1, 1, 1, 2012-06-01, 217.70",
    "90, 2025-01-20, 2025-04-15, 15, 3, 1, 2025-04-15, 85.00"
  })
  void aStubCostsItsDaysOfTheFullNominalPeriod(
      String price,
      LocalDate from,
      LocalDate until,
      int day,
      int months,
      int pieces,
      LocalDate firstEnds,
      String firstCosts) {
    BillCycle cycle = new BillCycle(day);
    LocalDate start = months == 3 ? LocalDate.of(2025, 1, 10) : from;
    Recurrence recurrence =
        Arrays.stream(Recurrence.values()).filter(r -> r.months() == months).findFirst().get();
    List<ProratedPeriod> cut =
        ProratedPeriod.cut(
            new Period(from, until), BillCalendar.of(cycle), recurrence, Proration.DAILY, start);
    assertEquals(pieces, cut.size());
    assertEquals(firstEnds, cut.get(0).period().end());
    assertEquals(Money.of(firstCosts, "PLN"), cut.get(0).of(Money.of(price, "PLN")).rounded());
  }

  /** Law: however a period is cut, the pieces cost exactly what the whole does. */
  @Test
  void piecesSumToThePrice() {
    Random random = new Random(20261123);
    for (int round = 0; round < 2_000; round++) {
      Period nominal =
          new BillCycle(1 + random.nextInt(31))
              .containing(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000)));
      Money price = Money.of(java.math.BigDecimal.valueOf(random.nextInt(1_000_000), 2), "PLN");
      Money sum = Money.zero("PLN");
      LocalDate from = nominal.start();
      while (from.isBefore(nominal.end())) {
        long left = new Period(from, nominal.end()).days();
        LocalDate to = from.plusDays(1 + random.nextInt((int) left));
        sum = sum.plus(new ProratedPeriod(new Period(from, to), nominal).of(price));
        from = to;
      }
      assertEquals(price, sum, () -> "seed 20261123, " + nominal);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "31, 2023-02-10, 2023-01-31, 2023-02-28",
    "31, 2023-02-28, 2023-02-28, 2023-03-31",
    "30, 2024-02-29, 2024-02-29, 2024-03-30",
    "29, 2023-03-01, 2023-02-28, 2023-03-29",
    "1, 2026-12-31, 2026-12-01, 2027-01-01",
    "15, 2026-11-14, 2026-10-15, 2026-11-15",
    "15, 2026-11-15, 2026-11-15, 2026-12-15"
  })
  void aShortMonthBeginsItsPeriodOnItsLastDay(
      int day, LocalDate date, LocalDate start, LocalDate end) {
    assertEquals(new Period(start, end), new BillCycle(day).containing(date));
  }

  /** Law: periods of a cycle lie edge to edge, whatever the day. */
  @ParameterizedTest
  @CsvSource({"1", "15", "28", "29", "30", "31"})
  void periodsLieEdgeToEdge(int day) {
    BillCycle cycle = new BillCycle(day);
    Period period = cycle.containing(LocalDate.of(2023, 12, 31));
    for (int month = 0; month < 60; month++) {
      Period next = cycle.startingOn(period.end());
      assertEquals(period, cycle.endingOn(next.start()));
      assertEquals(next, cycle.containing(next.lastDay()));
      assertEquals(next.start(), cycle.onOrAfter(next.start()));
      assertEquals(next.end(), cycle.onOrAfter(next.start().plusDays(1)));
      period = next;
    }
  }

  @Test
  void aDayThatNoMonthHasIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BillCycle(0));
    assertThrows(IllegalArgumentException.class, () -> new BillCycle(32));
    BillCycle first = new BillCycle(1);
    assertThrows(IllegalArgumentException.class, () -> first.startingOn(LocalDate.of(2026, 1, 2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> first.nominal(LocalDate.of(2026, 1, 2), 0, LocalDate.of(2026, 1, 2)));
  }
}
