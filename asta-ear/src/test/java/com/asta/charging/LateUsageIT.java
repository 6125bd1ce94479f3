package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillingService;
import com.asta.charging.MobileTown.Line;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Usage that comes after the bill of its period. */
@ArquillianTest
class LateUsageIT {
  private static final int CYCLE_DAY = 19;

  @Inject private SystemCaller system;
  @Inject private RepricingTown town;
  @Inject private BillingService billing;
  @Inject private BillRunJob bills;
  @Inject private BillRunService runs;
  @Inject private Database database;

  @Test
  void usageThatIsLateIsBilledOnALineThatNamesItsPeriod() {
    Line line = town.sell(1).get(0);
    BillCycle cycle = new BillCycle(CYCLE_DAY);
    LocalDate second = cycle.onOrBefore(LocalDate.now(OperatorZone.ID));
    LocalDate first = cycle.endingOn(second).start();
    LocalDate before = first.minusDays(9);
    system.run(() -> billing.openAccount(line.accountId(), MobileTown.SINCE));
    system.run(() -> billing.moveCycle(line.accountId(), CYCLE_DAY));
    town.talk(line, before, 160, 60);
    bill(first);
    assertEquals(List.of("USAGE CALL 0.3", "USAGE CALL-DE 1"), items(line, first));

    town.talk(line, before.plusDays(1), 60, 60);
    town.talk(line, first.plusDays(1), 160, 120);
    bill(second);
    assertEquals(
        List.of("LATE_USAGE CALL 0.3", "LATE_USAGE CALL-DE 1", "USAGE CALL 0.9", "USAGE CALL-DE 2"),
        items(line, second),
        "late usage stands apart, and nothing is billed twice");
    assertEquals(
        List.of(before + " to " + first, before + " to " + first),
        database.rows(
            "select i.period_start || ' to ' || i.period_end from billing.bill_item i"
                + " join billing.bill b on b.account_id = i.account_id and b.id = i.bill_id"
                + " where i.account_id = ? and b.cycle_end = ? and i.kind = 'LATE_USAGE'",
            row -> row.getString(1),
            line.accountId(),
            second));
  }

  /** What no bill would look at any more is not taken, and not lost without a trace. */
  @Test
  void usageBeyondTheCutOffIsRejectedIntoSuspense() {
    Line line = town.sell(1).get(0);
    LocalDate old = LocalDate.now(OperatorZone.ID).minusDays(90).withDayOfMonth(1).minusDays(1);
    town.talk(line, old, 60, 60);
    assertEquals(
        List.of("TOO_LATE", "TOO_LATE"),
        database.rows(
            "select reason from common.suspense where raw like '%' || ? || '%'",
            row -> row.getString(1), line.number()));
    assertEquals(
        0L,
        database.number(
            "select count(*) from charging.usage_total where account_id = ?", line.accountId()));
  }

  private void bill(LocalDate cycleEnd) {
    long run = system.call(() -> bills.start(cycleEnd, LocalDate.now(OperatorZone.ID)));
    RepricingTown.await(() -> status(run) == BillRunStatus.REVIEW);
    system.run(() -> bills.approve(run));
    RepricingTown.await(() -> status(run) == BillRunStatus.FINAL);
  }

  private BillRunStatus status(long run) {
    return system.call(() -> runs.card(run)).status();
  }

  private List<String> items(Line line, LocalDate cycleEnd) {
    return database.rows(
        "select i.kind, i.charge_code, i.net from billing.bill_item i join billing.bill b"
            + " on b.account_id = i.account_id and b.id = i.bill_id"
            + " where i.account_id = ? and b.cycle_end = ? order by 1, 2, 3",
        row ->
            row.getString(1)
                + " "
                + row.getString(2)
                + " "
                + row.getBigDecimal(3).stripTrailingZeros().toPlainString(),
        line.accountId(),
        cycleEnd);
  }
}
