package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.rules.VoucherPin;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRefused;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.PrintedVoucher;
import com.asta.charging.service.RechargeService;
import com.asta.charging.service.VoucherBatchRow;
import com.asta.charging.service.VoucherService;
import com.asta.charging.service.VoucherState;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.AgentDesk;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class VoucherIT {
  private static final LocalDate TODAY = LocalDate.now(OperatorZone.ID);
  private static final int CALLERS = 50;

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private AgentDesk agent;
  @Inject private MobileTown town;
  @Inject private Database database;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private VoucherService vouchers;

  @Test
  void aVoucherRacedByFiftyCallersIsUsedOnce() throws Exception {
    PrepaidCard card = opened();
    PrintedVoucher voucher = batch("5.00", 1).get(0);
    List<Future<ChargingAnswer>> answers = new ArrayList<>();
    for (int i = 1; i <= CALLERS; i++) {
      String session = UUID.randomUUID().toString();
      answers.add(executor.submit(() -> recharge(session, card, voucher.pin())));
    }
    int granted = 0;
    for (Future<ChargingAnswer> answer : answers) {
      if (answer.get() instanceof Refused refused) {
        assertEquals(Reason.VOUCHER_USED, refused.reason());
      } else {
        granted++;
      }
    }
    assertEquals(1, granted);
    PrepaidCard after = system.call(() -> prepaid.account(card.id()));
    assertEquals(Money.of("5.00", "PLN"), after.balance());
    assertTrue(system.call(() -> prepaid.balanced(card.id())));
  }

  @Test
  void vouchersAreVoidedOneByOneAndByTheBatch() throws Exception {
    PrepaidCard card = opened();
    List<PrintedVoucher> printed = batch("5.00", 10);
    long batch = system.call(() -> vouchers.batchOf(printed.get(0).serial()));
    assertInstanceOf(Granted.class, recharge(key(), card, printed.get(0).pin()));
    system.run(() -> vouchers.voidOne(batch, printed.get(1).serial(), "Stolen"));

    assertEquals(Reason.VOUCHER_VOID, refused(recharge(key(), card, printed.get(1).pin())));
    assertSpent(batch, printed.get(0));
    assertSpent(batch, printed.get(1));
    assertEquals(8, system.call(() -> vouchers.voidBatch(batch, "Printed twice")));
    assertEquals(Reason.VOUCHER_VOID, refused(recharge(key(), card, printed.get(2).pin())));

    VoucherBatchRow row = system.call(() -> vouchers.batch(batch));
    assertEquals(List.of(0, 1, 9), List.of(row.unused(), row.used(), row.voided()));
    assertEquals(
        9, system.call(() -> vouchers.vouchers(batch, VoucherState.VOID, null, 0, 25)).size());
  }

  @Test
  void anExpiredVoucherIsRefusedAndCounted() throws Exception {
    PrepaidCard card = opened();
    PrintedVoucher voucher = batch("5.00", 1).get(0);
    long batch = system.call(() -> vouchers.batchOf(voucher.serial()));
    database.update(
        "update charging.voucher_batch set expires_on = ? where id = ?", TODAY.minusDays(1), batch);
    assertEquals(Reason.VOUCHER_EXPIRED, refused(recharge(key(), card, voucher.pin())));
    assertEquals(1, system.call(() -> vouchers.batch(batch)).expired());
  }

  @Test
  void aVoucherLeavesWhatIsOnTheBillToTheBill() throws Exception {
    PrepaidCard card = opened();
    database.update(
        "update charging.charging_account set payment_mode = 'HYBRID', credit_limit = 5,"
            + " balance = -2 where id = ?",
        card.id());
    PrintedVoucher voucher = batch("5.00", 1).get(0);

    Granted granted = assertInstanceOf(Granted.class, recharge(key(), card, voucher.pin()));

    assertEquals(0, granted.amount().compareTo(new BigDecimal("5")));
    assertEquals(0, granted.balance().compareTo(new BigDecimal("8")));
    assertEquals(Money.of("-2.00", "PLN"), system.call(() -> prepaid.account(card.id())).balance());
    assertEquals(
        List.of("5"),
        database.rows(
            "select trim_scale(amount)::text from charging.bucket where charging_account_id = ?",
            row -> row.getString(1),
            card.id()));
  }

  /** Five wrong PINs are free; then even the right one has to wait, for this account alone. */
  @Test
  void guessingIsSlowedDownForTheAccount() throws Exception {
    PrepaidCard card = opened();
    PrintedVoucher voucher = batch("5.00", 1).get(0);
    Random random = new Random();
    for (int i = 0; i < 5; i++) {
      String wrong = VoucherPin.generate(random);
      assertEquals(Reason.VOUCHER_UNKNOWN, refused(recharge(key(), card, wrong)));
    }
    Refused wait =
        assertInstanceOf(Refused.class, agent.ask(() -> recharge(key(), card, voucher.pin())));
    assertEquals(Reason.TOO_MANY_TRIES, wait.reason());
    assertTrue(Instant.parse(wait.detail()).isAfter(Instant.now()));
    assertInstanceOf(Granted.class, recharge(key(), opened(), voucher.pin()));

    database.update(
        "update charging.pin_tries set last_at = last_at - interval '1 hour' where subject = ?",
        "account:" + card.id());
    assertEquals(Reason.VOUCHER_USED, refused(recharge(key(), card, voucher.pin())));
  }

  private void assertSpent(long batch, PrintedVoucher voucher) {
    ChargingRefused refused =
        assertThrows(
            ChargingRefused.class,
            () -> system.run(() -> vouchers.voidOne(batch, voucher.serial(), "Again")));
    assertEquals(ChargingRefused.Reason.VOUCHER_SPENT, refused.reason());
  }

  private static Reason refused(ChargingAnswer answer) {
    return assertInstanceOf(Refused.class, answer).reason();
  }

  private ChargingAnswer recharge(String session, PrepaidCard card, String pin) {
    return system.call(() -> recharges.byVoucher(session, 1, "+" + card.serviceId(), pin));
  }

  private List<PrintedVoucher> batch(String value, int quantity) {
    String code = "V" + key().substring(0, 8).toUpperCase();
    return system.call(
        () -> vouchers.generate(code, Money.of(value, "PLN"), quantity, TODAY.plusDays(1)));
  }

  private PrepaidCard opened() throws InterruptedException {
    Line line = town.sell(true);
    for (int i = 0; i < 200; i++) {
      List<PrepaidCard> found = system.call(() -> prepaid.ofAccounts(List.of(line.accountId())));
      if (!found.isEmpty()) {
        return found.get(0);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No account for " + line);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
