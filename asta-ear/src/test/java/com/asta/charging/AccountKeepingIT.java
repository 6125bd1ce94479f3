package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.batch.AccountLifecycleJob;
import com.asta.charging.model.ChargingAccountStatus;
import com.asta.charging.rules.AccountLifecycle;
import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.rules.PaymentMode;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.AccountLifecycleService;
import com.asta.charging.service.AccountTermsService;
import com.asta.charging.service.AdjustmentRow;
import com.asta.charging.service.AdjustmentService;
import com.asta.charging.service.BucketRow;
import com.asta.charging.service.ChargingRefused;
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
import com.asta.common.OperatorZone;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.AgentDesk;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What people and the night do to accounts, beside charging. */
@ArquillianTest
class AccountKeepingIT {
  private static final LocalDate TODAY = LocalDate.now(OperatorZone.ID);

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private AgentDesk agent;
  @Inject private MobileTown town;
  @Inject private Database database;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private TransferService transfers;
  @Inject private AdjustmentService adjustments;
  @Inject private AccountTermsService terms;
  @Inject private AccountLifecycleService lifecycle;
  @Inject private GroupService groups;
  @Inject private AccountLifecycleJob job;
  @Inject private JobControl jobs;

  @Test
  void aPaymentRechargesOnceAndLengthensTheLife() throws Exception {
    PrepaidCard card = opened();
    assertEquals(TODAY.plusDays(90), card.dates().activeUntil());
    PaymentRecharge payment = paid(card, "100.00");

    assertEquals(1, distinct(8, () -> system.call(() -> recharges.byPayment(payment))));

    PrepaidCard after = card(card);
    assertMoney("100", after);
    assertEquals(TODAY.plusDays(365), after.dates().activeUntil());
    assertEquals(List.of("PAYMENT"), kinds(card));
    assertRefused(
        Reason.KEY_TAKEN,
        () ->
            recharges.byPayment(
                new PaymentRecharge(
                    card.id(), new BigDecimal("99.00"), "PLN", "CASH", payment.reference())));
    assertRefused(
        Reason.OTHER_CURRENCY,
        () ->
            recharges.byPayment(
                new PaymentRecharge(card.id(), BigDecimal.TEN, "EUR", "CASH", key())));
    assertRefused(Reason.WRONG_AMOUNT, () -> recharges.byPayment(paid(card, "-5.00")));
  }

  @Test
  void aTransferHasTwoSidesAndHappensOnce() throws Exception {
    PrepaidCard giver = recharged("60.00");
    PrepaidCard taker = opened();
    String key = key();

    transfer(key, giver, taker, "25.00");
    transfer(key, giver, taker, "25.00");

    assertMoney("35", card(giver));
    assertMoney("25", card(taker));
    LedgerRow given = system.call(() -> prepaid.ledger(giver.id(), 0, 1)).get(0);
    LedgerRow taken = system.call(() -> prepaid.ledger(taker.id(), 0, 1)).get(0);
    assertEquals(given.sessionId(), taken.sessionId());
    assertEquals("transfer-to:" + taker.serviceId(), given.explanation());
    assertTrue(system.call(() -> prepaid.balanced(giver.id())));
    assertRefused(
        Reason.KEY_TAKEN,
        () -> transfers.transfer(key, giver.id(), taker.id(), new BigDecimal("26.00")));
    assertRefused(Reason.LOW_BALANCE, () -> transfer(key(), giver, taker, "40.00"));
    assertRefused(Reason.SAME_ACCOUNT, () -> transfer(key(), giver, giver, "10.00"));
    assertRefused(Reason.AMOUNT_OUT_OF_RANGE, () -> transfer(key(), giver, taker, "4.99"));
  }

  @Test
  void transfersInBothDirectionsAtOnceNeitherBlockNorLoseMoney() throws Exception {
    PrepaidCard one = recharged("100.00");
    PrepaidCard two = recharged("100.00");
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean there = i % 2 == 0;
      running.add(
          executor.submit(() -> transfer(key(), there ? one : two, there ? two : one, "5.00")));
    }
    for (Future<?> each : running) {
      each.get();
    }
    assertMoney("100", card(one));
    assertMoney("100", card(two));
  }

  @Test
  void aLargeAdjustmentWaitsForASecondPerson() throws Exception {
    PrepaidCard card = opened();
    AdjustmentRow small = agent.ask(() -> adjustments.request(adjust(card, "60.00")));
    AdjustmentRow large = agent.ask(() -> adjustments.request(adjust(card, "40.01")));

    assertEquals("BOOKED", small.status());
    assertEquals("PENDING", large.status());
    assertMoney("60", card(card));
    assertRefused(Reason.OWN_ADJUSTMENT, () -> adjustments.approve(large.id()));
    agent.tell(() -> adjustments.reject(large.id(), "mistake"));
    assertRefused(Reason.ALREADY_DECIDED, () -> adjustments.reject(large.id(), "again"));
    assertRefused(Reason.ADJUSTMENT_BELOW_ZERO, () -> adjustments.request(adjust(card, "-60.01")));
    assertMoney("60", card(card));
  }

  @Test
  void aGrantedBucketIsSeenAndExpiresWithAnEntry() throws Exception {
    PrepaidCard card = opened();
    NewBucket megabytes =
        new NewBucket(
            true,
            new BigDecimal("1048576"),
            TODAY.minusDays(3),
            TODAY,
            10,
            ServiceKind.DATA,
            List.of(),
            List.of());
    system.call(
        () ->
            adjustments.request(
                new NewAdjustment(
                    key(), card.id(), null, megabytes, AdjustmentReason.BONUS, "Welcome")));

    BucketRow bucket = system.call(() -> prepaid.buckets(List.of(card.id()))).get(0);
    assertEquals("octet", bucket.unit());
    night(card, TODAY);
    assertEquals(1, system.call(() -> prepaid.buckets(List.of(card.id()))).size());

    night(card, TODAY.plusDays(1));

    LedgerRow expiry = system.call(() -> prepaid.ledger(card.id(), 0, 1)).get(0);
    assertEquals("EXPIRY", expiry.kind());
    assertEquals(0, expiry.change().compareTo(new BigDecimal("-1048576")));
    assertEquals(bucket.id(), expiry.bucketId());
    night(card, TODAY.plusDays(1));
    assertEquals(List.of("EXPIRY", "ADJUSTMENT"), kinds(card));
  }

  /** The set statement of the night says of every day what the rule says. */
  @Test
  void theNightFollowsTheRule() throws Exception {
    PrepaidCard card = recharged("4.00");
    for (int days : new int[] {0, 90, 91, 120, 121, 180, 181, 500}) {
      LocalDate day = TODAY.plusDays(days);
      night(card, day);
      assertEquals(
          AccountLifecycle.statusOn(card.dates(), day).name(),
          card(card).status().name(),
          "after " + days + " days");
    }
    assertEquals(List.of("FORFEIT", "PAYMENT"), kinds(card));
    assertMoney("0", card(card));
    assertTrue(system.call(() -> prepaid.balanced(card.id())));
    assertEquals(
        3,
        database.number(
            "select count(*) from common.outbox where type = 'ChargingAccountStatusChanged'"
                + " and (body::jsonb ->> 'chargingAccountId')::bigint = ?",
            card.id()));
    assertRefused(Reason.ACCOUNT_CLOSED, () -> recharges.byPayment(paid(card, "50.00")));
  }

  @Test
  void theNightlyJobMovesAllAccountsOn() throws Exception {
    PrepaidCard late = recharged("4.00");
    PrepaidCard current = recharged("4.00");
    live(late, TODAY.minusDays(5));

    long execution = system.call(job::start);
    JobRun run = system.call(() -> jobs.run(execution));
    for (int i = 0; i < 300 && run.isRunning(); i++) {
      Thread.sleep(100);
      run = system.call(() -> jobs.run(execution));
    }

    assertEquals("COMPLETED", run.status().name());
    assertEquals(ChargingAccountStatus.GRACE, card(late).status());
    assertEquals(ChargingAccountStatus.ACTIVE, card(current).status());
  }

  @Test
  void aRechargeInGraceMakesActiveButASuspendedAccountStaysBarred() throws Exception {
    PrepaidCard card = recharged("4.00");
    live(card, TODAY.minusDays(5));
    night(card, TODAY);
    assertEquals(ChargingAccountStatus.GRACE, card(card).status());

    system.call(() -> recharges.byPayment(paid(card, "5.00")));

    assertEquals(ChargingAccountStatus.ACTIVE, card(card).status());
    system.run(() -> prepaid.bar(card.subscriptionId()));
    system.call(() -> recharges.byPayment(paid(card, "50.00")));
    night(card, TODAY);
    assertEquals(ChargingAccountStatus.BARRED, card(card).status());
    system.run(() -> prepaid.unbar(card.subscriptionId()));
    assertEquals(ChargingAccountStatus.ACTIVE, card(card).status());
  }

  /** A crossing is told once, wherever the change comes from; an own wish comes first. */
  @Test
  void aCrossedLevelIsToldOnceAndBringsAMail() throws Exception {
    PrepaidCard giver = recharged("40.00");
    PrepaidCard taker = recharged("50.00");
    system.run(() -> terms.warnBelow(giver.id(), new BigDecimal("20.00")));

    transfer(key(), giver, taker, "10.00");
    assertEquals(1, crossings(giver, "UP"));
    assertEquals(0, crossings(giver, "DOWN"));
    transfer(key(), giver, taker, "15.00");
    transfer(key(), giver, taker, "5.00");
    assertEquals(1, crossings(giver, "DOWN"));
    system.call(() -> recharges.byPayment(paid(giver, "20.00")));
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
  void termsDecideWhetherAnAccountHasALife() throws Exception {
    PrepaidCard card = opened();
    system.run(() -> terms.change(card.id(), PaymentMode.HYBRID, new BigDecimal("50.00")));

    PrepaidCard hybrid = card(card);
    assertNull(hybrid.dates());
    assertEquals(0, hybrid.available().amount().compareTo(new BigDecimal("50")));
    assertRefused(
        Reason.WRONG_AMOUNT,
        () -> terms.change(card.id(), PaymentMode.PREPAID, new BigDecimal("50.00")));
    system.run(() -> terms.change(card.id(), PaymentMode.PREPAID, BigDecimal.ZERO));
    assertEquals(TODAY.plusDays(90), card(card).dates().activeUntil());
  }

  @Test
  void membersSeeTheBucketsOfTheirGroup() throws Exception {
    PrepaidCard one = opened();
    PrepaidCard two = opened();
    PrepaidCard three = opened();
    long group = system.call(() -> groups.create("Family " + one.id(), one.id()));
    system.run(() -> groups.add(group, two.id()));
    NewBucket minutes =
        new NewBucket(true, BigDecimal.valueOf(600), TODAY, null, 1, ServiceKind.VOICE, null, null);
    system.call(
        () ->
            adjustments.request(
                new NewAdjustment(key(), group, null, minutes, AdjustmentReason.BONUS, "Family")));

    BucketRow shared = system.call(() -> prepaid.buckets(List.of(two.id()))).get(0);
    assertTrue(shared.shared());
    assertEquals(2, system.call(() -> groups.members(group)).size());
    long other = system.call(() -> groups.create("Other " + one.id(), three.id()));
    assertRefused(Reason.MEMBER_ELSEWHERE, () -> groups.add(other, two.id()));
    system.run(() -> groups.remove(group, two.id()));
    assertRefused(Reason.NOT_A_MEMBER, () -> groups.remove(group, two.id()));
    assertEquals(List.of(), system.call(() -> prepaid.buckets(List.of(two.id()))));
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
    throw new AssertionError("No prepaid account for " + line);
  }

  private PrepaidCard recharged(String amount) throws InterruptedException {
    PrepaidCard card = opened();
    system.call(() -> recharges.byPayment(paid(card, amount)));
    return card(card);
  }

  private PrepaidCard card(PrepaidCard card) {
    return system.call(() -> prepaid.account(card.id()));
  }

  private List<String> kinds(PrepaidCard card) {
    return system.call(() -> prepaid.ledger(card.id(), 0, 50)).stream()
        .map(LedgerRow::kind)
        .toList();
  }

  private void transfer(String key, PrepaidCard giver, PrepaidCard taker, String amount) {
    system.run(() -> transfers.transfer(key, giver.id(), taker.id(), new BigDecimal(amount)));
  }

  private long crossings(PrepaidCard card, String direction) {
    return database.number(
        "select count(*) from common.outbox where type = 'BalanceThresholdCrossed'"
            + " and (body::jsonb ->> 'chargingAccountId')::bigint = ?"
            + " and body::jsonb ->> 'direction' = ?",
        card.id(),
        direction);
  }

  private void night(PrepaidCard card, LocalDate day) {
    system.call(() -> lifecycle.advance(card.id() - 1, card.id(), day));
  }

  /** Lets an account have been recharged so long ago that it was active until a day. */
  private void live(PrepaidCard card, LocalDate until) {
    database.update(
        "update charging.charging_account set active_until = ?, grace_until = ?, barred_until = ?"
            + " where id = ?",
        until,
        until.plusDays(30),
        until.plusDays(90),
        card.id());
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

  private void assertRefused(Reason reason, Runnable work) {
    ChargingRefused refused = assertThrows(ChargingRefused.class, () -> system.run(work));
    assertEquals(reason, refused.reason());
  }

  private static void assertMoney(String amount, PrepaidCard card) {
    assertEquals(0, card.balance().amount().compareTo(new BigDecimal(amount)), card.toString());
    assertFalse(card.reserved().isPositive());
  }

  private static NewAdjustment adjust(PrepaidCard card, String amount) {
    return new NewAdjustment(
        key(), card.id(), new BigDecimal(amount), null, AdjustmentReason.GOODWILL, "Test");
  }

  private static PaymentRecharge paid(PrepaidCard card, String amount) {
    return new PaymentRecharge(card.id(), new BigDecimal(amount), "PLN", "CASH", key());
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
