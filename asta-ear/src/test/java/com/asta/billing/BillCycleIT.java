package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.CycleFrequency;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.service.BillItemRow;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillService;
import com.asta.billing.service.BillingService;
import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Accounts are billed by any cycle, and change it. */
@ArquillianTest
class BillCycleIT {
  private static final Money MONTHLY = Money.of("59.99", "PLN");

  private record Drafted(Period period, List<BillItemRow> items) {}

  @Inject private Database database;
  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillingService billing;
  @Inject private BillRunService runs;
  @Inject private BillService bills;

  @Test
  void aWeeklyAccountIsInTheRunOfItsWeekday() {
    Street street = town.settle(1);
    long account = street.accounts().get(0);
    LocalDate end = street.cycleEnd();
    cancelRunsOf(end.getDayOfWeek());
    system.run(
        () -> billing.moveCycle(account, CycleFrequency.WEEKLY, end.getDayOfWeek().getValue(), 1));

    Drafted bill = tried(end, account).orElseThrow();
    assertEquals(new Period(end.minusDays(7), end), bill.period());
    LocalDate lastDay = end.plusDays(6);
    assertEquals(
        lastDay.withDayOfMonth(1).plusMonths(1),
        bill.items().stream().map(i -> i.period().end()).max(LocalDate::compareTo).orElseThrow(),
        "a month that begins before the next bill is charged whole, however often bills come");
    system.run(() -> billing.moveCycle(account, street.cycle().day()));
  }

  @Test
  void aQuarterlyAccountWaitsForTheEndOfItsQuarter() {
    Street street = town.settle(1);
    long account = street.accounts().get(0);
    LocalDate end = street.cycleEnd();
    int other = end.getMonthValue() % 3 + 1;
    system.run(
        () -> billing.moveCycle(account, CycleFrequency.QUARTERLY, street.cycle().day(), other));
    assertEquals(Optional.empty(), tried(end, account));

    int own = (end.getMonthValue() - 1) % 3 + 1;
    system.run(
        () -> billing.moveCycle(account, CycleFrequency.QUARTERLY, street.cycle().day(), own));
    assertEquals(
        new Period(street.cycle().onOrBefore(end.minusMonths(3)), end),
        tried(end, account).orElseThrow().period());
    system.run(() -> billing.moveCycle(account, street.cycle().day()));
  }

  @Test
  void aMovedCycleBeginsWithAStubOnTheBillOfTheOldOne() {
    Street street = town.settle(1, 1);
    long account = street.accounts().get(0);
    LocalDate end = street.cycleEnd();
    town.approve(town.trial(street.cycle().endingOn(end).start()));
    LocalDate first = newBoundary(street.cycle(), end);
    system.run(() -> billing.moveCycle(account, first.getDayOfMonth()));
    BillCalendar calendar = system.call(() -> billing.account(account)).orElseThrow().calendar();
    assertEquals(end, calendar.from(), "the next bill is the last one by the old cycle");

    BillItemRow stub =
        tried(end, account).orElseThrow().items().stream()
            .filter(item -> item.kind() == ItemKind.RECURRING)
            .findFirst()
            .orElseThrow();
    assertEquals(new Period(end, first), stub.period());
    Period nominal = new BillCycle(first.getDayOfMonth()).endingOn(first);
    assertEquals(MONTHLY.fraction(stub.period().days(), nominal.days()).rounded(), stub.shown());
    town.approve(town.trial(end));
  }

  @Test
  void aCycleThatDoesNotExistIsRefused() {
    long account = town.settle(1).accounts().get(0);
    assertRefused(
        "CYCLE_INVALID",
        () -> system.run(() -> billing.moveCycle(account, CycleFrequency.WEEKLY, 8, 1)));
    assertRefused("CYCLE_INVALID", () -> system.run(() -> billing.moveCycle(account, 32)));
  }

  private static LocalDate newBoundary(BillCycle old, LocalDate end) {
    return new BillCycle(old.day() > 28 ? 15 : 31).onOrAfter(end.plusDays(1));
  }

  /**
   * A weekly account is due with every run that ends on its weekday: also with those that other
   * tests left for review, which would forbid a run on another such day.
   */
  private void cancelRunsOf(DayOfWeek weekday) {
    database
        .rows(
            "select id from billing.bill_run where kind = 'CYCLE' and status = 'REVIEW'"
                + " and extract(isodow from cycle_end) = ?",
            row -> row.getLong(1),
            weekday.getValue())
        .forEach(left -> system.run(() -> runs.cancel(left)));
  }

  /** What a run that ends on a day drafts for an account; the run is cancelled. */
  private Optional<Drafted> tried(LocalDate end, long account) {
    long run;
    try {
      run = town.trial(end);
    } catch (Refusal refusal) {
      assertEquals("NO_CYCLE_ENDS", refusal.reason().name(), refusal.getMessage());
      return Optional.empty();
    }
    try {
      return system.call(() -> runs.bills(run, null, 0, 1000)).stream()
          .filter(row -> row.accountId() == account)
          .findFirst()
          .map(
              row ->
                  new Drafted(
                      new Period(row.periodStart(), row.periodEnd()),
                      system.call(() -> bills.bill(row.id())).items()));
    } finally {
      system.run(() -> runs.cancel(run));
    }
  }

  private static void assertRefused(String reason, Runnable call) {
    Refusal refusal = assertThrows(Refusal.class, call::run);
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
