package com.asta.billing.rules;

import static com.asta.billing.rules.Scheme.pln;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimums, terms and deposits. */
class CommitmentsTest {
  private static final LocalDate JAN = LocalDate.of(2025, 1, 1);
  private static final LocalDate FEB = LocalDate.of(2025, 2, 1);

  @ParameterizedTest
  @CsvSource({
    // minimum, phase from, until, recurring price, rated usage, items
    "100, 2025-01-01, , 30, 20, 30.00;20.00;50.00",
    "100, 2025-01-01, , 30, 70, 30.00;70.00;0.00",
    "100, 2025-01-01, , 30, 90, 30.00;90.00;0.00",
    // half of the days, half of the price, half of the minimum
    "124, 2025-01-01, 2025-01-16, 31, 5, 15.00;5.00;40.00",
    "124, 2025-01-17, , 31, 5, 15.00;5.00;40.00"
  })
  void whatIsMissingToTheMinimumIsCharged(
      String minimum, LocalDate from, LocalDate until, String price, String rated, String items) {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, from, until, price, false);
    minimum(scheme, from, until, minimum);
    scheme.terms(1, from, until);
    scheme.use(1, from.plusDays(2), 10, rated);
    assertEquals(items, Scheme.shown(scheme.bill(FEB)));
  }

  @Test
  void theMinimumIsOfWhatIsLeftAfterDiscounts() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, JAN, null, "80", true);
    minimum(scheme, JAN, null, "100");
    scheme.terms(1, JAN, null, Scheme.percent("D", "50", 1, 1));
    assertEquals("80.00;-40.00;80.00;60.00", Scheme.shown(scheme.bill(FEB)));
    assertEquals("80.00;20.00", Scheme.shown(scheme.bill(LocalDate.of(2025, 3, 1))));
  }

  @Test
  void anotherServiceDoesNotHelp() {
    Scheme scheme = new Scheme(1);
    minimum(scheme, JAN, null, "100");
    scheme.terms(1, JAN, null).terms(2, JAN, null);
    scheme.recurring(2, JAN, null, "500", false);
    assertEquals("100.00;500.00", Scheme.shown(scheme.bill(FEB)));
  }

  @Test
  void aMinimumIsAskedForOnceForEachPeriod() {
    Scheme scheme = new Scheme(1);
    minimum(scheme, JAN, null, "100");
    scheme.terms(1, JAN, null);
    scheme.use(1, JAN.plusDays(3), 1, "400");
    scheme.bill(FEB);
    assertEquals("100.00", Scheme.shown(scheme.bill(LocalDate.of(2025, 3, 1))));
    scheme.used.clear();
    assertEquals("100.00", Scheme.shown(scheme.bill(LocalDate.of(2025, 4, 1))));
  }

  @ParameterizedTest
  @CsvSource({
    // resigned for, term, proration, penalty
    "2025-07-02, 12, DAILY, 600.00",
    "2025-12-31, 12, DAILY, 3.29",
    "2026-01-01, 12, DAILY, ''",
    "2027-01-01, 12, DAILY, ''",
    "2025-07-02, 12, NONE, 1200.00",
    "2025-07-01, 12, THIRTY_DAY, 600.00"
  })
  void leavingBeforeTheTermCostsTheDaysLeft(
      LocalDate resigned, int term, Proration proration, String penalty) {
    String price =
        proration == Proration.DAILY && resigned.getMonthValue() == 7 ? "1196.72" : "1200";
    Scheme scheme = new Scheme(1);
    scheme.charge(
        1, PriceKind.PENALTY, JAN, resigned, price, false, Recurrence.MONTHLY, proration, term);
    assertEquals(penalty, Scheme.shown(scheme.bill(resigned.withDayOfMonth(1).plusMonths(1))));
    assertEquals("", Scheme.shown(scheme.bill(resigned.withDayOfMonth(1).plusMonths(2))));
  }

  @Test
  void aPenaltyWaitsForTheEnd() {
    Scheme scheme = new Scheme(1);
    scheme.charge(
        1,
        PriceKind.PENALTY,
        JAN,
        LocalDate.of(2025, 6, 1),
        "1200",
        false,
        Recurrence.MONTHLY,
        Proration.NONE,
        12);
    assertEquals("", Scheme.shown(scheme.bill(LocalDate.of(2025, 5, 1))));
    assertEquals("1200.00", Scheme.shown(scheme.bill(LocalDate.of(2025, 6, 1))));
  }

  @Test
  void aDepositIsAskedOnceAndSetOffWhenTheServiceEnds() {
    Scheme scheme = new Scheme(1);
    scheme.charge(
        1, PriceKind.DEPOSIT, JAN, null, "50", false, Recurrence.MONTHLY, Proration.DAILY, 0);
    scheme.recurring(1, JAN, null, "80", false);
    scheme.terms(1, JAN, null);
    assertEquals("80.00;50.00", Scheme.shown(scheme.bill(FEB)));
    scheme.deposits.add(new HeldDeposit(4, 1, null, 3, "DEP", pln("50"), Scheme.TEXTS, "STANDARD"));
    LocalDate march = LocalDate.of(2025, 3, 1);
    assertEquals("80.00", Scheme.shown(scheme.bill(march)));
    LocalDate april = LocalDate.of(2025, 4, 1);
    scheme.end(1, april);
    scheme.terms.set(
        0, new SubscribedTerms(1, JAN, april, 3, "OFFER", java.util.Set.of(), List.of()));
    assertEquals("80.00;-50.00", Scheme.shown(scheme.bill(april)));
  }

  @Test
  void aDepositThatIsMoreThanTheBillIsLeftToBeReturned() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, JAN, FEB, "40", false);
    scheme.terms(1, JAN, FEB);
    scheme.deposits.add(new HeldDeposit(4, 1, null, 3, "DEP", pln("50"), Scheme.TEXTS, "STANDARD"));
    scheme.deposits.add(new HeldDeposit(5, 1, null, 3, "DEP", pln("30"), Scheme.TEXTS, "STANDARD"));
    assertEquals("40.00;-30.00", Scheme.shown(scheme.bill(FEB)));
  }

  private static void minimum(Scheme scheme, LocalDate from, LocalDate until, String amount) {
    scheme.charge(
        1, PriceKind.MINIMUM, from, until, amount, false, Recurrence.MONTHLY, Proration.DAILY, 0);
  }
}
