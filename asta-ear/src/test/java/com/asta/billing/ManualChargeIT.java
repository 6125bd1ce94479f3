package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.rules.ChargeReason;
import com.asta.billing.service.BillingRefused;
import com.asta.billing.service.ManualChargeRow;
import com.asta.billing.service.ManualCharges;
import com.asta.billing.service.NewManualCharge;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Charges and credits that people enter. */
@ArquillianTest
class ManualChargeIT {
  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private ManualCharges charges;
  @Inject private Database database;

  @Test
  void aSmallOneIsOnTheNextBillAtOnceAndTheSameKeyIsOne() {
    long account = town.settle(1).accounts().get(0);
    NewManualCharge wish = wish(account, "-9.99");
    long id = system.call(() -> charges.enter(wish));
    assertEquals(id, system.call(() -> charges.enter(wish)));
    List<ManualChargeRow> rows = system.call(() -> charges.ofAccount(account, 0, 10));
    assertEquals(1, rows.size());
    assertEquals("GOODWILL", rows.get(0).code());
    assertEquals("Waited for the engineer", rows.get(0).note());
    assertRefused("CHARGE_DECIDED", () -> system.run(() -> charges.approve(id)));
  }

  @Test
  void aBigOneWaitsAndNoBillTakesItBeforeASecondPersonAgrees() throws Exception {
    FibreTown.Street street = town.settle(1);
    long account = street.accounts().get(0);
    long id = proposed(account, "250.00");
    database.update(
        "update billing.manual_charge set charged_on = ? where id = ?",
        street.cycleEnd().minusDays(1),
        id);
    long run = town.trial(street.cycleEnd());
    assertEquals(0L, manualItems(run));
    assertRefused("SAME_CLERK", () -> system.run(() -> charges.approve(id)));
    database.update("update billing.manual_charge set entered_by = 'somebody' where id = ?", id);

    assertEquals(1, decidedAtOnce(id), "one of the clerks decides");

    database.update(
        "update billing.manual_charge set charged_on = ? where id = ?",
        street.cycleEnd().minusDays(1),
        id);
    assertEquals("ACCEPTED", status(id));
    assertRefused("CHARGE_DECIDED", () -> system.run(() -> charges.reject(id)));
  }

  @Test
  void aRejectedOneIsNeverBilled() {
    long account = town.settle(1).accounts().get(0);
    long id = proposed(account, "-250.00");
    assertTrue(
        system.call(() -> charges.waiting(0, 1_000)).stream().anyMatch(row -> row.id() == id));
    system.run(() -> charges.reject(id));
    assertEquals("REJECTED", status(id));
    assertRefused("CHARGE_DECIDED", () -> system.run(() -> charges.approve(id)));
  }

  @Test
  void whatIsMissingIsSaid() {
    long account = town.settle(1).accounts().get(0);
    NewManualCharge good = wish(account, "5.00");
    assertRefused(
        "REASON_MISSING",
        () ->
            enter(
                new NewManualCharge(
                    good.requestKey(),
                    account,
                    null,
                    good.net(),
                    "abc",
                    "abc",
                    "STANDARD",
                    "abc")));
    assertRefused("AMOUNT_MISSING", () -> enter(wish(account, "0.001")));
    assertRefused(
        "TEXT_MISSING",
        () ->
            enter(
                new NewManualCharge(
                    good.requestKey(),
                    account,
                    ChargeReason.OTHER,
                    good.net(),
                    "a",
                    "abc",
                    "STANDARD",
                    "abc")));
    assertRefused("ACCOUNT_UNKNOWN", () -> enter(wish(-1, "5.00")));
  }

  private int decidedAtOnce(long id) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    int done = 0;
    try {
      List<Callable<Boolean>> clerks = new ArrayList<>();
      for (int clerk = 0; clerk < 8; clerk++) {
        clerks.add(
            () -> {
              try {
                system.run(() -> charges.approve(id));
                return true;
              } catch (BillingRefused refused) {
                assertEquals("CHARGE_DECIDED", refused.reason().name());
                return false;
              }
            });
      }
      for (Future<Boolean> answer : pool.invokeAll(clerks)) {
        done += answer.get() ? 1 : 0;
      }
    } finally {
      pool.shutdown();
    }
    return done;
  }

  private long proposed(long account, String net) {
    database.update("update billing.policy set manual_limit = 100");
    try {
      return system.call(() -> charges.enter(wish(account, net)));
    } finally {
      database.update("update billing.policy set manual_limit = null");
    }
  }

  private void enter(NewManualCharge wish) {
    system.call(() -> charges.enter(wish));
  }

  private long manualItems(long run) {
    return database.number(
        "select count(*) from billing.bill_item i join billing.bill b on b.id = i.bill_id"
            + " where b.run_id = ? and i.kind = 'MANUAL'",
        run);
  }

  private String status(long id) {
    return database
        .first("select status from billing.manual_charge where id = ?", row -> row.getString(1), id)
        .orElseThrow();
  }

  private static NewManualCharge wish(long account, String net) {
    return new NewManualCharge(
        UUID.randomUUID().toString(),
        account,
        ChargeReason.GOODWILL,
        Money.of(net, "PLN"),
        "Goodwill credit",
        "Rabat uznaniowy",
        "STANDARD",
        "Waited for the engineer");
  }

  private static void assertRefused(String reason, Executable work) {
    assertEquals(reason, assertThrows(BillingRefused.class, work).reason().name());
  }
}
