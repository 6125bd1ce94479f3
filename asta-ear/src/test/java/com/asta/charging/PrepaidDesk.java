package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.service.AccountLifecycleService;
import com.asta.charging.service.ChargingRefused;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.NewAdjustment;
import com.asta.charging.service.PaymentRecharge;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.RechargeService;
import com.asta.charging.service.TransferService;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Prepaid accounts of lines sold for a test, and what is done to them. */
@ApplicationScoped
class PrepaidDesk {
  static final LocalDate TODAY = LocalDate.now(OperatorZone.ID);

  @Inject private SystemCaller system;
  @Inject private MobileTown town;
  @Inject private Database database;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private TransferService transfers;
  @Inject private AccountLifecycleService lifecycle;

  PrepaidCard opened() throws InterruptedException {
    Line line = town.sell(true);
    for (int i = 0; i < 200; i++) {
      List<PrepaidCard> found = system.call(() -> prepaid.ofAccounts(List.of(line.accountId())));
      if (!found.isEmpty()) {
        return found.get(0);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No prepaid account for " + line);
  }

  PrepaidCard recharged(String amount) throws InterruptedException {
    PrepaidCard card = opened();
    system.call(() -> recharges.byPayment(paid(card, amount)));
    return card(card);
  }

  PrepaidCard card(PrepaidCard card) {
    return system.call(() -> prepaid.account(card.id()));
  }

  List<String> kinds(PrepaidCard card) {
    return system.call(() -> prepaid.ledger(card.id(), 0, 50)).stream()
        .map(LedgerRow::kind)
        .toList();
  }

  void night(PrepaidCard card, LocalDate day) {
    system.call(() -> lifecycle.advance(card.id() - 1, card.id(), day));
  }

  /** Lets an account have been recharged so long ago that it was active until a day. */
  void live(PrepaidCard card, LocalDate until) {
    database.update(
        "update charging.charging_account set active_until = ?, grace_until = ?, barred_until = ?"
            + " where id = ?",
        until,
        until.plusDays(30),
        until.plusDays(90),
        card.id());
  }

  void transfer(String key, PrepaidCard giver, PrepaidCard taker, String amount) {
    system.run(() -> transfers.transfer(key, giver.id(), taker.id(), new BigDecimal(amount)));
  }

  void assertRefused(Reason reason, Runnable work) {
    ChargingRefused refused = assertThrows(ChargingRefused.class, () -> system.run(work));
    assertEquals(reason, refused.reason());
  }

  static void assertMoney(String amount, PrepaidCard card) {
    assertEquals(0, card.balance().amount().compareTo(new BigDecimal(amount)), card.toString());
    assertFalse(card.reserved().isPositive());
  }

  static NewAdjustment adjust(PrepaidCard card, String amount) {
    return new NewAdjustment(
        key(), card.id(), new BigDecimal(amount), null, AdjustmentReason.GOODWILL, "Test");
  }

  static PaymentRecharge paid(PrepaidCard card, String amount) {
    return new PaymentRecharge(card.id(), new BigDecimal(amount), "PLN", "CASH", key());
  }

  static String key() {
    return UUID.randomUUID().toString();
  }
}
