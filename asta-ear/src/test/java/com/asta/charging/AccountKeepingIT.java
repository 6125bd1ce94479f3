package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.AccountTermsService;
import com.asta.charging.service.AdjustmentRow;
import com.asta.charging.service.AdjustmentService;
import com.asta.charging.service.BucketRow;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.charging.service.GroupService;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.NewAdjustment;
import com.asta.charging.service.NewBucket;
import com.asta.charging.service.PaymentRecharge;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.RechargeService;
import com.asta.charging.service.TransferService;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.AgentDesk;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What people do to the money of accounts, beside charging. */
@ArquillianTest
class AccountKeepingIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private AgentDesk agent;
  @Inject private PrepaidDesk desk;
  @Inject private Database database;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private TransferService transfers;
  @Inject private AdjustmentService adjustments;
  @Inject private AccountTermsService terms;
  @Inject private GroupService groups;

  @Test
  void aPaymentRechargesOnceAndLengthensTheLife() throws Exception {
    PrepaidCard card = desk.opened();
    assertEquals(PrepaidDesk.TODAY.plusDays(90), card.dates().activeUntil());
    PaymentRecharge payment = PrepaidDesk.paid(card, "100.00");

    assertEquals(1, distinct(8, () -> system.call(() -> recharges.byPayment(payment))));

    PrepaidCard after = desk.card(card);
    PrepaidDesk.assertMoney("100", after);
    assertEquals(PrepaidDesk.TODAY.plusDays(365), after.dates().activeUntil());
    assertEquals(List.of("PAYMENT"), desk.kinds(card));
    desk.assertRefused(
        Reason.KEY_TAKEN,
        () ->
            recharges.byPayment(
                new PaymentRecharge(
                    card.id(), new BigDecimal("99.00"), "PLN", "CASH", payment.reference())));
    desk.assertRefused(
        Reason.OTHER_CURRENCY,
        () ->
            recharges.byPayment(
                new PaymentRecharge(card.id(), BigDecimal.TEN, "EUR", "CASH", PrepaidDesk.key())));
    desk.assertRefused(
        Reason.WRONG_AMOUNT, () -> recharges.byPayment(PrepaidDesk.paid(card, "-5.00")));
  }

  @Test
  void aTransferHasTwoSidesAndHappensOnce() throws Exception {
    PrepaidCard giver = desk.recharged("60.00");
    PrepaidCard taker = desk.opened();
    String key = PrepaidDesk.key();

    desk.transfer(key, giver, taker, "25.00");
    desk.transfer(key, giver, taker, "25.00");

    PrepaidDesk.assertMoney("35", desk.card(giver));
    PrepaidDesk.assertMoney("25", desk.card(taker));
    LedgerRow given = system.call(() -> prepaid.ledger(giver.id(), 0, 1)).get(0);
    LedgerRow taken = system.call(() -> prepaid.ledger(taker.id(), 0, 1)).get(0);
    assertEquals(given.sessionId(), taken.sessionId());
    assertEquals("transfer-to:" + taker.serviceId(), given.explanation());
    assertTrue(system.call(() -> prepaid.balanced(giver.id())));
    desk.assertRefused(
        Reason.KEY_TAKEN,
        () -> transfers.transfer(key, giver.id(), taker.id(), new BigDecimal("26.00")));
    desk.assertRefused(
        Reason.LOW_BALANCE, () -> desk.transfer(PrepaidDesk.key(), giver, taker, "40.00"));
    desk.assertRefused(
        Reason.SAME_ACCOUNT, () -> desk.transfer(PrepaidDesk.key(), giver, giver, "10.00"));
    desk.assertRefused(
        Reason.AMOUNT_OUT_OF_RANGE, () -> desk.transfer(PrepaidDesk.key(), giver, taker, "4.99"));
  }

  @Test
  void transfersInBothDirectionsAtOnceNeitherBlockNorLoseMoney() throws Exception {
    PrepaidCard one = desk.recharged("100.00");
    PrepaidCard two = desk.recharged("100.00");
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean there = i % 2 == 0;
      running.add(
          executor.submit(
              () ->
                  desk.transfer(PrepaidDesk.key(), there ? one : two, there ? two : one, "5.00")));
    }
    for (Future<?> each : running) {
      each.get();
    }
    PrepaidDesk.assertMoney("100", desk.card(one));
    PrepaidDesk.assertMoney("100", desk.card(two));
  }

  @Test
  void aLargeAdjustmentWaitsForASecondPerson() throws Exception {
    PrepaidCard card = desk.opened();
    AdjustmentRow small = agent.ask(() -> adjustments.request(PrepaidDesk.adjust(card, "60.00")));
    AdjustmentRow large = agent.ask(() -> adjustments.request(PrepaidDesk.adjust(card, "40.01")));

    assertEquals("BOOKED", small.status());
    assertEquals("PENDING", large.status());
    PrepaidDesk.assertMoney("60", desk.card(card));
    desk.assertRefused(Reason.OWN_ADJUSTMENT, () -> adjustments.approve(large.id()));
    agent.tell(() -> adjustments.reject(large.id(), "mistake"));
    desk.assertRefused(Reason.ALREADY_DECIDED, () -> adjustments.reject(large.id(), "again"));
    desk.assertRefused(
        Reason.ADJUSTMENT_BELOW_ZERO,
        () -> adjustments.request(PrepaidDesk.adjust(card, "-60.01")));
    PrepaidDesk.assertMoney("60", desk.card(card));
  }

  /** A crossing is told once, wherever the change comes from; an own wish comes first. */
  @Test
  void aCrossedLevelIsToldOnceAndBringsAMail() throws Exception {
    PrepaidCard giver = desk.recharged("40.00");
    PrepaidCard taker = desk.recharged("50.00");
    system.run(() -> terms.warnBelow(giver.id(), new BigDecimal("20.00")));

    desk.transfer(PrepaidDesk.key(), giver, taker, "10.00");
    assertEquals(1, crossings(giver, "UP"));
    assertEquals(0, crossings(giver, "DOWN"));
    desk.transfer(PrepaidDesk.key(), giver, taker, "15.00");
    desk.transfer(PrepaidDesk.key(), giver, taker, "5.00");
    assertEquals(1, crossings(giver, "DOWN"));
    system.call(() -> recharges.byPayment(PrepaidDesk.paid(giver, "20.00")));
    assertEquals(2, crossings(giver, "UP"));

    String mails = "select count(*) from common.mail where unique_key like ?";
    String key = "balance-" + giver.id() + "-%";
    for (int i = 0; i < 100 && database.number(mails, key) == 0; i++) {
      Thread.sleep(100);
    }
    assertEquals(1, database.number(mails, key));
    assertEquals(
        1,
        database.number(
            "select count(*) from common.outbox where destination = 'queue:asta.notification.sms'"
                + " and body::jsonb ->> 'to' = ?",
            "+" + giver.serviceId()));
  }

  @Test
  void membersSeeTheBucketsOfTheirGroup() throws Exception {
    PrepaidCard one = desk.opened();
    PrepaidCard two = desk.opened();
    PrepaidCard three = desk.opened();
    long group = system.call(() -> groups.create("Family " + one.id(), one.id()));
    system.run(() -> groups.add(group, two.id()));
    NewBucket minutes =
        new NewBucket(
            true,
            BigDecimal.valueOf(600),
            PrepaidDesk.TODAY,
            null,
            1,
            ServiceKind.VOICE,
            null,
            null);
    system.call(
        () ->
            adjustments.request(
                new NewAdjustment(
                    PrepaidDesk.key(), group, null, minutes, AdjustmentReason.BONUS, "Family")));

    BucketRow shared = system.call(() -> prepaid.buckets(List.of(two.id()))).get(0);
    assertTrue(shared.shared());
    assertEquals(2, system.call(() -> groups.members(group)).size());
    long other = system.call(() -> groups.create("Other " + one.id(), three.id()));
    desk.assertRefused(Reason.MEMBER_ELSEWHERE, () -> groups.add(other, two.id()));
    system.run(() -> groups.remove(group, two.id()));
    desk.assertRefused(Reason.NOT_A_MEMBER, () -> groups.remove(group, two.id()));
    assertEquals(List.of(), system.call(() -> prepaid.buckets(List.of(two.id()))));
  }

  private long crossings(PrepaidCard card, String direction) {
    return database.number(
        "select count(*) from common.outbox where type = 'BalanceThresholdCrossed'"
            + " and (body::jsonb ->> 'chargingAccountId')::bigint = ?"
            + " and body::jsonb ->> 'direction' = ?",
        card.id(),
        direction);
  }

  private int distinct(int callers, Callable<?> work)
      throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      running.add(executor.submit(work));
    }
    List<Object> answers = new ArrayList<>();
    for (Future<?> each : running) {
      answers.add(each.get());
    }
    return (int) answers.stream().distinct().count();
  }
}
