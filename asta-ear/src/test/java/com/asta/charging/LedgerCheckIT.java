package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.batch.LedgerCheckJob;
import com.asta.charging.service.LedgerCheck;
import com.asta.charging.service.LedgerCheckService;
import com.asta.charging.service.LedgerDifference;
import com.asta.charging.service.PaymentRecharge;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.RechargeService;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class LedgerCheckIT {
  @Inject private SystemCaller system;
  @Inject private MobileTown town;
  @Inject private Database database;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private LedgerCheckService checks;
  @Inject private LedgerCheckJob job;
  @Inject private JobControl jobs;

  @Test
  void aTamperedBalanceIsFoundAndNothingElse() throws Exception {
    PrepaidCard card = recharged();
    int before = check().differences();

    database.update(
        "update charging.charging_account set balance = balance + 0.0001 where id = ?", card.id());
    LedgerCheck tampered = check();
    assertEquals(before + 1, tampered.differences());
    LedgerDifference found =
        system.call(() -> checks.differences(tampered.id(), 0, 1000)).stream()
            .filter(each -> each.chargingAccountId() == card.id())
            .findFirst()
            .orElseThrow();
    assertEquals("BALANCE", found.what());
    assertEquals(0, found.difference().compareTo(new BigDecimal("0.0001")));

    database.update(
        "update charging.charging_account set balance = balance - 0.0001, reserved = 1"
            + " where id = ?",
        card.id());
    LedgerCheck held = check();
    assertEquals(before + 1, held.differences());
    database.update("update charging.charging_account set reserved = 0 where id = ?", card.id());
    assertEquals(before, check().differences());
  }

  private LedgerCheck check() throws InterruptedException {
    long execution = system.call(job::start);
    for (int i = 0; i < 300; i++) {
      JobRun run = system.call(() -> jobs.run(execution));
      if (!run.isRunning()) {
        assertEquals("COMPLETED", run.status().name());
        LedgerCheck check = system.call(() -> checks.latest()).orElseThrow();
        assertTrue(check.accounts() > 0);
        return check;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The check does not end");
  }

  private PrepaidCard recharged() throws InterruptedException {
    MobileTown.Line line = town.sell(true);
    for (int i = 0; i < 200; i++) {
      List<PrepaidCard> found = system.call(() -> prepaid.ofAccounts(List.of(line.accountId())));
      if (!found.isEmpty()) {
        long id = found.get(0).id();
        PaymentRecharge payment =
            new PaymentRecharge(
                id, new BigDecimal("20.00"), "PLN", "CASH", UUID.randomUUID().toString());
        system.call(() -> recharges.byPayment(payment));
        return found.get(0);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No prepaid account for " + line);
  }
}
