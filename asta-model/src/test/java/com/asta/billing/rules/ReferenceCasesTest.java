package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers of another billing system's tests, through whole bills. */
class ReferenceCasesTest {

  /** Cases 1 to 4, 6 and 7, and others of the same kind with their arithmetic beside them. */
  @ParameterizedTest
  @CsvSource({
    // price, recurrence, proration, ahead, from, until, cycle day, bill ends, items
    "599.95, MONTHLY, DAILY, true, 2012-03-02, , 31, 2012-03-31, 561.24;599.95",
    "599.95, MONTHLY, DAILY, true, 2012-03-02, , 2, 2012-04-02, 599.95;599.95",
    "599.95, MONTHLY, DAILY, true, 2012-03-02, , 3, 2012-03-03, 20.69;599.95",
    "249.95, MONTHLY, DAILY, true, 2016-05-01, , 15, 2016-05-15, 116.64;249.95",
    "2399.95, YEARLY, DAILY, true, 2017-05-01, , 10, 2017-05-10, 59.18;2399.95",
    "900, MONTHLY, DAILY, false, 2023-08-11, 2023-08-20, 11, 2023-09-11, 261.29",
    // a year is billed once, and not again before it is over
    "1200, YEARLY, DAILY, true, 2025-02-01, , 1, 2025-03-01, 1200.00",
    "1200, YEARLY, DAILY, false, 2025-02-01, , 1, 2025-03-01, ''",
    "1200, YEARLY, DAILY, false, 2025-02-01, , 1, 2026-02-01, 1200.00",
    // 181 of 365 days from the start to the resignation
    "1200, YEARLY, DAILY, false, 2025-02-01, 2025-08-01, 1, 2025-08-01, 595.07",
    // 51 of 90 days until the quarter that begins with the first boundary
    "90, QUARTERLY, DAILY, true, 2025-01-10, , 1, 2025-02-01, 21.52;90.00",
    "90, QUARTERLY, DAILY, false, 2025-01-01, , 1, 2025-04-01, 90.00",
    "90, QUARTERLY, DAILY, false, 2025-01-01, , 1, 2025-03-01, ''",
    // weeks from the first day: four have ended by 1 February, in advance nine have begun by March
    "7, WEEKLY, DAILY, false, 2025-01-01, , 1, 2025-02-01, 7.00;7.00;7.00;7.00",
    "7, WEEKLY, DAILY, true, 2025-01-01, , 1, 2025-02-01, 7.00;7.00;7.00;7.00;7.00;7.00;7.00;7.00;7.00",
    "7, WEEKLY, DAILY, false, 2025-01-01, 2025-01-10, 1, 2025-02-01, 7.00;2.00",
    // 30/360: 16 of 30 days whatever the month, a quarter has 90
    "300, MONTHLY, THIRTY_DAY, false, 2025-01-15, , 1, 2025-02-01, 160.00",
    "300, MONTHLY, THIRTY_DAY, false, 2025-02-15, , 1, 2025-03-01, 160.00",
    "300, MONTHLY, THIRTY_DAY, false, 2024-02-15, , 1, 2024-03-01, 160.00",
    "300, MONTHLY, THIRTY_DAY, false, 2025-01-01, 2025-01-16, 1, 2025-02-01, 150.00",
    "900, QUARTERLY, THIRTY_DAY, false, 2025-01-01, 2025-02-01, 1, 2025-02-01, 300.00",
    "1200, YEARLY, THIRTY_DAY, false, 2025-01-01, 2025-04-01, 1, 2025-04-01, 300.00",
    // none: what was begun is paid whole
    "300, MONTHLY, NONE, false, 2025-01-15, , 1, 2025-02-01, 300.00",
    "300, MONTHLY, NONE, true, 2025-01-31, , 1, 2025-02-01, 300.00;300.00",
    "300, MONTHLY, NONE, false, 2025-01-01, 2025-01-02, 1, 2025-02-01, 300.00",
    "7, WEEKLY, NONE, false, 2025-01-01, 2025-01-10, 1, 2025-02-01, 7.00;7.00"
  })
  void theFirstBillHasTheseItems(
      String price,
      Recurrence recurrence,
      Proration proration,
      boolean ahead,
      LocalDate from,
      LocalDate until,
      int cycleDay,
      LocalDate billEnds,
      String items) {
    Scheme scheme = new Scheme(cycleDay);
    scheme.charge(1, PriceKind.RECURRING, from, until, price, ahead, recurrence, proration, 0);
    assertEquals(items, Scheme.shown(scheme.bill(billEnds)));
  }

  /** Case 1, its later bills. */
  @Test
  void wholePeriodsFollowTheStub() {
    Scheme scheme = new Scheme(31);
    scheme.recurring(1, LocalDate.of(2012, 3, 2), null, "599.95", true);
    assertEquals("561.24;599.95", Scheme.shown(scheme.bill(LocalDate.of(2012, 3, 31))));
    assertEquals("599.95", Scheme.shown(scheme.bill(LocalDate.of(2012, 4, 30))));
    assertEquals("599.95", Scheme.shown(scheme.bill(LocalDate.of(2012, 5, 31))));
  }

  /** Case 5: the bill-cycle day moves twice. */
  @Test
  void aMovedCycleDayLeavesAStub() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, LocalDate.of(2016, 5, 1), null, "249.95", false);
    assertEquals("249.95", Scheme.shown(scheme.bill(LocalDate.of(2016, 6, 1))));
    scheme.moveTo(15, LocalDate.of(2016, 6, 1));
    assertEquals("112.88", Scheme.shown(scheme.bill(LocalDate.of(2016, 6, 15))));
    assertEquals("249.95", Scheme.shown(scheme.bill(LocalDate.of(2016, 7, 15))));
    scheme.moveTo(10, LocalDate.of(2016, 7, 15));
    assertEquals("209.64", Scheme.shown(scheme.bill(LocalDate.of(2016, 8, 10))));
  }

  /** Case 6, its second year. */
  @Test
  void aYearIsChargedWholeWhenItBegins() {
    Scheme scheme = new Scheme(10);
    scheme.charge(
        1,
        PriceKind.RECURRING,
        LocalDate.of(2017, 5, 1),
        null,
        "2399.95",
        true,
        Recurrence.YEARLY,
        Proration.DAILY,
        0);
    assertEquals("59.18;2399.95", Scheme.shown(scheme.bill(LocalDate.of(2017, 5, 10))));
    for (int month = 1; month < 12; month++) {
      assertEquals("", Scheme.shown(scheme.bill(LocalDate.of(2017, 5, 10).plusMonths(month))));
    }
    assertEquals("2399.95", Scheme.shown(scheme.bill(LocalDate.of(2018, 5, 10))));
  }

  /** Case 8: a pause is a gap between two phases. */
  @Test
  void aPauseIsNotPaid() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 15), "100", false);
    scheme.recurring(1, LocalDate.of(2023, 1, 20), null, "100", false);
    assertEquals("45.16;38.71", Scheme.shown(scheme.bill(LocalDate.of(2023, 2, 1))));
  }

  /** Case 9: an upgrade in a month that was paid in advance. */
  @Test
  void anUpgradeGivesBackTheOldDaysAndChargesTheNew() {
    Scheme scheme = new Scheme(1);
    LocalDate change = LocalDate.of(2012, 5, 5);
    scheme.recurring(1, LocalDate.of(2012, 4, 1), null, "249.95", true);
    scheme.bill(LocalDate.of(2012, 5, 1));
    scheme.end(0, change);
    scheme.recurring(1, change, null, "599.95", true);
    assertEquals("-217.70;522.54;599.95", Scheme.shown(scheme.bill(LocalDate.of(2012, 6, 1))));
  }

  @Test
  void nothingOfAnUnproratedPeriodIsGivenBack() {
    Scheme scheme = new Scheme(1);
    scheme.charge(
        1,
        PriceKind.RECURRING,
        LocalDate.of(2025, 1, 10),
        null,
        "30",
        true,
        Recurrence.MONTHLY,
        Proration.NONE,
        0);
    assertEquals("30.00;30.00", Scheme.shown(scheme.bill(LocalDate.of(2025, 2, 1))));
    scheme.end(0, LocalDate.of(2025, 2, 5));
    assertEquals("", Scheme.shown(scheme.bill(LocalDate.of(2025, 3, 1))));
  }
}
