package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.CycleFrequency;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.service.BillItemRow;
import com.asta.billing.service.BillRow;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillService;
import com.asta.billing.service.BillingService;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.Period;
import com.asta.common.Refusal;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Accounts are billed by any cycle, and change it. */
@ArquillianTest
class BillCycleIT {
  private static final Money MONTHLY = Money.of("59.99", "PLN");

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
    system.run(
        () -> billing.moveCycle(account, CycleFrequency.WEEKLY, end.getDayOfWeek().getValue(), 1));

    long run = town.trial(end);
    BillRow bill = only(run);
    assertEquals(new Period(end.minusDays(7), end), period(bill));
    LocalDate lastDay = end.plusDays(6);
    List<BillItemRow> items = system.call(() -> bills.bill(bill.id())).items();
    assertEquals(
        lastDay.withDayOfMonth(1).plusMonths(1),
        items.stream().map(i -> i.period().end()).max(LocalDate::compareTo).orElseThrow(),
        "a month that begins before the next bill is charged whole, however often bills come");
    system.run(() -> runs.cancel(run));
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
    assertRefused("NO_CYCLE_ENDS", () -> town.trial(end));

    int own = (end.getMonthValue() - 1) % 3 + 1;
    system.run(
        () -> billing.moveCycle(account, CycleFrequency.QUARTERLY, street.cycle().day(), own));
    long run = town.trial(end);
    assertEquals(new Period(street.cycle().onOrBefore(end.minusMonths(3)), end), period(only(run)));
    system.run(() -> runs.cancel(run));
    system.run(() -> billing.moveCycle(account, street.cycle().day()));
  }

  @Test
  void aMovedCycleBeginsWithAStubOnTheBillOfTheOldOne() {
    Street street = town.settle(1, 1);
    long account = street.accounts().get(0);
    LocalDate end = street.cycleEnd();
    town.approve(town.trial(street.cycle().endingOn(end).start()));
    LocalDate first = newBoundary(street.cycle());
    system.run(() -> billing.moveCycle(account, first.getDayOfMonth()));
    BillCalendar calendar = system.call(() -> billing.account(account)).orElseThrow().calendar();
    assertEquals(end, calendar.from(), "the next bill is the last one by the old cycle");

    long run = town.trial(end);
    BillItemRow stub =
        system.call(() -> bills.bill(only(run).id())).items().stream()
            .filter(item -> item.kind() == ItemKind.RECURRING)
            .findFirst()
            .orElseThrow();
    assertEquals(new Period(end, first), stub.period());
    Period nominal = new BillCycle(first.getDayOfMonth()).endingOn(first);
    assertEquals(MONTHLY.fraction(stub.period().days(), nominal.days()).rounded(), stub.shown());
    town.approve(run);
  }

  @Test
  void aCycleThatDoesNotExistIsRefused() {
    long account = town.settle(1).accounts().get(0);
    assertRefused(
        "CYCLE_INVALID",
        () -> system.run(() -> billing.moveCycle(account, CycleFrequency.WEEKLY, 8, 1)));
    assertRefused("CYCLE_INVALID", () -> system.run(() -> billing.moveCycle(account, 32)));
  }

  /** After today, so that no other test's run has these accounts. */
  private static LocalDate newBoundary(BillCycle old) {
    LocalDate tomorrow = LocalDate.now(OperatorZone.ID).plusDays(1);
    return old.isBoundary(tomorrow) ? tomorrow.plusDays(1) : tomorrow;
  }

  private BillRow only(long run) {
    List<BillRow> rows = system.call(() -> runs.bills(run, null, 0, 10));
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static Period period(BillRow bill) {
    return new Period(bill.periodStart(), bill.periodEnd());
  }

  private static void assertRefused(String reason, Runnable call) {
    Refusal refusal = assertThrows(Refusal.class, call::run);
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
