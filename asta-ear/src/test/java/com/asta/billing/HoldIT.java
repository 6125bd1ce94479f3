package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.HoldKind;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.HoldRow;
import com.asta.billing.service.HoldService;
import com.asta.billing.service.QuarantinedRow;
import com.asta.common.OperatorZone;
import com.asta.common.Refusal;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Clerks hold bills, mails and dunning back. */
@ArquillianTest
class HoldIT {
  private static final LocalDate TODAY = LocalDate.now(OperatorZone.ID);

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private HoldService holds;
  @Inject private BillRunService runs;
  @Inject private BillRunJob job;

  @Test
  void aRunPassesAHeldAccountByAndSaysWhy() {
    Street street = town.settle(2);
    long held = street.accounts().get(0);
    place(held, HoldKind.MANUAL_INVOICE, null);
    long run = town.trial(street.cycleEnd());

    List<QuarantinedRow> rows = system.call(() -> runs.held(run, 0, 10));
    assertEquals(List.of(held), rows.stream().map(QuarantinedRow::accountId).toList());
    assertEquals("Court case", rows.get(0).detail());
    assertEquals(List.of(), system.call(() -> runs.quarantined(run, 0, 10)), "it is no fault");
    assertEquals(1, system.call(() -> runs.totals(run)).held());
    assertEquals(1, system.call(() -> runs.totals(run)).drafted());

    release(held);
    system.run(() -> job.retry(run, held));
    town.await(run, BillRunStatus.REVIEW);
    assertEquals(2, system.call(() -> runs.totals(run)).drafted());
    town.approve(run);
  }

  @Test
  void aHoldDropsTheDraftThatWaitsForApproval() {
    Street street = town.settle(2);
    long run = town.trial(street.cycleEnd());
    assertEquals(2, system.call(() -> runs.totals(run)).drafted());
    place(street.accounts().get(1), HoldKind.BILLING, null);

    assertEquals(1, system.call(() -> runs.totals(run)).drafted());
    assertEquals(1, system.call(() -> runs.totals(run)).held());
    town.approve(run);
    assertEquals(1, system.call(() -> runs.totals(run)).finished());
  }

  @Test
  void aHoldOfMailOrDunningLeavesTheBillsAlone() {
    Street street = town.settle(1);
    long account = street.accounts().get(0);
    place(account, HoldKind.EMAIL, null);
    place(account, HoldKind.DUNNING, TODAY.plusDays(3));

    assertEquals(Set.of(account), held(account, HoldKind.DUNNING, TODAY));
    assertEquals(Set.of(account), held(account, HoldKind.EMAIL, TODAY.plusDays(3)));
    assertEquals(Set.of(), held(account, HoldKind.DUNNING, TODAY.plusDays(3)), "until then");
    assertEquals(Set.of(), held(account, HoldKind.BILLING, TODAY));
    town.approve(town.trial(street.cycleEnd()));
    assertTrue(system.call(() -> holds.ofAccount(account)).stream().allMatch(HoldRow::active));
  }

  @Test
  void whatCannotBeHeldIsRefused() {
    long account = town.settle(1).accounts().get(0);
    place(account, HoldKind.EMAIL, null);
    assertRefused("HOLD_EXISTS", () -> place(account, HoldKind.EMAIL, null));
    assertRefused("HOLD_DATES_WRONG", () -> place(account, HoldKind.DUNNING, TODAY));
    assertRefused(
        "HOLD_REASON_MISSING",
        () -> system.run(() -> holds.place(account, HoldKind.BILLING, " x ", null, null)));
    assertRefused("ACCOUNT_UNKNOWN", () -> place(Long.MAX_VALUE, HoldKind.EMAIL, null));
    long id = system.call(() -> holds.ofAccount(account)).get(0).id();
    release(account);
    assertRefused("HOLD_ENDED", () -> system.run(() -> holds.release(account, id)));
    place(account, HoldKind.EMAIL, null);
  }

  private void place(long account, HoldKind kind, LocalDate until) {
    system.run(() -> holds.place(account, kind, "Court case", null, until));
  }

  private void release(long account) {
    system.run(
        () ->
            holds.ofAccount(account).stream()
                .filter(HoldRow::isOpen)
                .forEach(hold -> holds.release(account, hold.id())));
  }

  private Set<Long> held(long account, HoldKind kind, LocalDate on) {
    return system.call(() -> holds.held(List.of(account), kind, on));
  }

  private static void assertRefused(String reason, Runnable call) {
    Refusal refusal = assertThrows(Refusal.class, call::run);
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
