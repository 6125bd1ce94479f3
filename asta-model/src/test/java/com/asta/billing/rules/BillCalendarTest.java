package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillCalendarTest {
  private static final long SEED = 20261128;
  private static final LocalDate JUNE = LocalDate.of(2016, 6, 1);

  @ParameterizedTest
  @CsvSource({
    // frequency, day, month, date, start, end
    "WEEKLY, 1, 1, 2026-11-28, 2026-11-23, 2026-11-30",
    "WEEKLY, 6, 1, 2026-11-28, 2026-11-28, 2026-12-05",
    "WEEKLY, 7, 1, 2026-12-31, 2026-12-27, 2027-01-03",
    "MONTHLY, 31, 1, 2024-02-29, 2024-02-29, 2024-03-31",
    "QUARTERLY, 1, 1, 2026-11-28, 2026-10-01, 2027-01-01",
    "QUARTERLY, 15, 2, 2026-11-14, 2026-08-15, 2026-11-15",
    "QUARTERLY, 31, 3, 2026-11-14, 2026-09-30, 2026-12-31",
    "YEARLY, 29, 2, 2026-11-14, 2026-02-28, 2027-02-28",
    "YEARLY, 29, 2, 2027-11-14, 2027-02-28, 2028-02-29",
    "YEARLY, 10, 5, 2017-05-09, 2016-05-10, 2017-05-10"
  })
  void aPeriodBeginsOnTheDayOfTheCycle(
      CycleFrequency frequency,
      int day,
      int month,
      LocalDate date,
      LocalDate start,
      LocalDate end) {
    BillCycle cycle = new BillCycle(frequency, day, month);
    assertEquals(new Period(start, end), cycle.containing(date));
    assertEquals(new Period(start, end), cycle.endingOn(end));
    assertTrue(cycle.isBoundary(start));
  }

  @ParameterizedTest
  @CsvSource({"WEEKLY, 8, 1", "WEEKLY, 1, 2", "MONTHLY, 1, 2", "QUARTERLY, 1, 4", "YEARLY, 1, 13"})
  void aDayOrMonthTheCycleDoesNotHaveIsRefused(CycleFrequency frequency, int day, int month) {
    assertThrows(IllegalArgumentException.class, () -> new BillCycle(frequency, day, month));
  }

  /** Known answer 5: the stub costs its days of the full period of the new cycle. */
  @Test
  void aMovedCycleBeginsWithAStub() {
    BillCalendar moved =
        BillCalendar.of(new BillCycle(1))
            .changed(new BillCycle(15), JUNE)
            .changed(new BillCycle(10), LocalDate.of(2016, 7, 15));
    BillCalendar first = BillCalendar.of(new BillCycle(1)).changed(new BillCycle(15), JUNE);
    assertEquals(
        List.of("2016-05-01 249.95", "2016-06-01 112.88", "2016-06-15 249.95"),
        pieces(first, LocalDate.of(2016, 5, 1), LocalDate.of(2016, 7, 15)));
    assertEquals(
        List.of("2016-06-15 249.95", "2016-07-15 209.64", "2016-08-10 249.95"),
        pieces(moved, LocalDate.of(2016, 6, 15), LocalDate.of(2016, 9, 10)));
    assertEquals(
        new Period(JUNE, LocalDate.of(2016, 6, 15)), first.startingOn(JUNE), "charged in advance");
  }

  @Test
  void aChangeBeforeItTookEffectIsReplacedOrTakenBack() {
    BillCalendar first = BillCalendar.of(new BillCycle(1));
    BillCalendar twice = first.changed(new BillCycle(15), JUNE).changed(new BillCycle(20), JUNE);
    assertEquals(first.changed(new BillCycle(20), JUNE), twice);
    assertEquals(first, twice.changed(new BillCycle(1), JUNE));
    assertThrows(
        IllegalArgumentException.class, () -> first.changed(new BillCycle(15), JUNE.plusDays(1)));
  }

  @Test
  void aMonthlyPriceOnAWeeklyBillCostsItsDaysOfTheCalendarMonth() {
    BillCalendar weekly = BillCalendar.of(BillCycle.weekly(DayOfWeek.MONDAY));
    LocalDate start = LocalDate.of(2026, 11, 23);
    assertEquals(
        List.of("2026-11-23 66.65", "2026-12-01 48.38"),
        pieces(weekly, start, LocalDate.of(2026, 12, 7)));
  }

  @Test
  void aQuarterlyBillChargesItsMonthsOneByOne() {
    BillCalendar quarterly = BillCalendar.of(new BillCycle(CycleFrequency.QUARTERLY, 1, 1));
    Period quarter = quarterly.startingOn(LocalDate.of(2026, 10, 1));
    assertEquals(
        List.of("2026-10-01 249.95", "2026-11-01 249.95", "2026-12-01 249.95"),
        pieces(quarterly, quarter.start(), quarter.end()));
  }

  /**
   * Law: whatever the cycle and however it changes, periods lie edge to edge and cover each day.
   */
  @Test
  void periodsLieEdgeToEdgeAlsoAcrossAChange() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      BillCycle before = cycle(random);
      LocalDate at = before.onOrAfter(LocalDate.of(2023, 1, 1).plusDays(random.nextInt(800)));
      BillCalendar calendar = BillCalendar.of(before).changed(cycle(random), at);
      String seed = "seed " + SEED + ", " + calendar;
      Period period = calendar.containing(LocalDate.of(2022, 12, 1));
      for (int i = 0; i < 60; i++) {
        Period next = calendar.startingOn(period.end());
        assertEquals(period, calendar.endingOn(next.start()), seed);
        assertEquals(next, calendar.containing(next.lastDay()), seed);
        assertEquals(next.end(), calendar.onOrAfter(next.start().plusDays(1)), seed);
        period = next;
      }
      assertTrue(calendar.isBoundary(at), seed);
    }
  }

  /** Law: pieces cut by a calendar lie edge to edge within their nominal periods. */
  @Test
  void piecesCoverTheSpanAlsoAcrossAChange() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      BillCycle before = cycle(random);
      LocalDate start = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(800));
      LocalDate at = before.onOrAfter(start.plusDays(random.nextInt(200)));
      BillCalendar calendar = BillCalendar.of(before).changed(cycle(random), at);
      Period span = new Period(start, start.plusDays(1 + random.nextInt(900)));
      Recurrence recurrence = Recurrence.values()[random.nextInt(Recurrence.values().length)];
      LocalDate reached = start;
      for (ProratedPeriod piece :
          ProratedPeriod.cut(span, calendar, recurrence, Proration.DAILY, start)) {
        assertEquals(reached, piece.period().start(), "seed " + SEED + ", " + calendar);
        reached = piece.period().end();
      }
      assertEquals(span.end(), reached, "seed " + SEED + ", " + calendar);
    }
  }

  private static BillCycle cycle(Random random) {
    CycleFrequency frequency = CycleFrequency.values()[random.nextInt(4)];
    int days = frequency == CycleFrequency.WEEKLY ? 7 : 31;
    int months = Math.max(1, frequency.months());
    return new BillCycle(frequency, 1 + random.nextInt(days), 1 + random.nextInt(months));
  }

  private static List<String> pieces(BillCalendar calendar, LocalDate from, LocalDate until) {
    return ProratedPeriod.cut(
            new Period(from, until), calendar, Recurrence.MONTHLY, Proration.DAILY, from)
        .stream()
        .map(
            piece ->
                piece.period().start()
                    + " "
                    + piece.of(Money.of("249.95", "PLN")).rounded().displayAmount())
        .toList();
  }
}
