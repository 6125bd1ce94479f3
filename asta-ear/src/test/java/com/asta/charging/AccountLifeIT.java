package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.batch.AccountLifecycleJob;
import com.asta.charging.model.ChargingAccountStatus;
import com.asta.charging.rules.AccountLifecycle;
import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.rules.PaymentMode;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.AccountTermsService;
import com.asta.charging.service.AdjustmentService;
import com.asta.charging.service.BucketRow;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.NewAdjustment;
import com.asta.charging.service.NewBucket;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.RechargeService;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.products.service.SubscriptionService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** How accounts and their buckets age, and what keeps them young. */
@ArquillianTest
class AccountLifeIT {
  @Inject private SystemCaller system;
  @Inject private PrepaidDesk desk;
  @Inject private Database database;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private SubscriptionService subscriptions;
  @Inject private AdjustmentService adjustments;
  @Inject private AccountTermsService terms;
  @Inject private AccountLifecycleJob job;
  @Inject private JobControl jobs;

  @Test
  void aGrantedBucketIsSeenAndExpiresWithAnEntry() throws Exception {
    PrepaidCard card = desk.opened();
    NewBucket megabytes =
        new NewBucket(
            true,
            new BigDecimal("1048576"),
            PrepaidDesk.TODAY.minusDays(3),
            PrepaidDesk.TODAY,
            10,
            ServiceKind.DATA,
            List.of(),
            List.of());
    system.call(
        () ->
            adjustments.request(
                new NewAdjustment(
                    PrepaidDesk.key(),
                    card.id(),
                    null,
                    megabytes,
                    AdjustmentReason.BONUS,
                    "Welcome")));

    BucketRow bucket = system.call(() -> prepaid.buckets(List.of(card.id()))).get(0);
    assertEquals("octet", bucket.unit());
    desk.night(card, PrepaidDesk.TODAY);
    assertEquals(1, system.call(() -> prepaid.buckets(List.of(card.id()))).size());

    desk.night(card, PrepaidDesk.TODAY.plusDays(1));

    LedgerRow expiry = system.call(() -> prepaid.ledger(card.id(), 0, 1)).get(0);
    assertEquals("EXPIRY", expiry.kind());
    assertEquals(0, expiry.change().compareTo(new BigDecimal("-1048576")));
    assertEquals(bucket.id(), expiry.bucketId());
    desk.night(card, PrepaidDesk.TODAY.plusDays(1));
    assertEquals(List.of("EXPIRY", "ADJUSTMENT"), desk.kinds(card));
  }

  /** The set statement of the night says of every day what the rule says. */
  @Test
  void theNightFollowsTheRule() throws Exception {
    PrepaidCard card = desk.recharged("4.00");
    for (int days : new int[] {0, 90, 91, 120, 121, 180, 181, 500}) {
      LocalDate day = PrepaidDesk.TODAY.plusDays(days);
      desk.night(card, day);
      assertEquals(
          AccountLifecycle.statusOn(card.dates(), day).name(),
          desk.card(card).status().name(),
          "after " + days + " days");
    }
    assertEquals(List.of("FORFEIT", "PAYMENT"), desk.kinds(card));
    PrepaidDesk.assertMoney("0", desk.card(card));
    assertTrue(system.call(() -> prepaid.balanced(card.id())));
    assertEquals(
        3,
        database.number(
            "select count(*) from common.outbox where type = 'ChargingAccountStatusChanged'"
                + " and (body::jsonb ->> 'chargingAccountId')::bigint = ?",
            card.id()));
    desk.assertRefused(
        Reason.ACCOUNT_CLOSED, () -> recharges.byPayment(PrepaidDesk.paid(card, "50.00")));
  }

  @Test
  void theNightlyJobMovesAllAccountsOn() throws Exception {
    PrepaidCard late = desk.recharged("4.00");
    PrepaidCard current = desk.recharged("4.00");
    desk.live(late, PrepaidDesk.TODAY.minusDays(5));

    long execution = system.call(job::start);
    JobRun run = system.call(() -> jobs.run(execution));
    for (int i = 0; i < 300 && run.isRunning(); i++) {
      Thread.sleep(100);
      run = system.call(() -> jobs.run(execution));
    }

    assertEquals("COMPLETED", run.status().name());
    assertEquals(ChargingAccountStatus.GRACE, desk.card(late).status());
    assertEquals(ChargingAccountStatus.ACTIVE, desk.card(current).status());
  }

  @Test
  void aRechargeInGraceMakesActiveButASuspendedAccountStaysBarred() throws Exception {
    PrepaidCard card = desk.recharged("4.00");
    desk.live(card, PrepaidDesk.TODAY.minusDays(5));
    desk.night(card, PrepaidDesk.TODAY);
    assertEquals(ChargingAccountStatus.GRACE, desk.card(card).status());

    system.call(() -> recharges.byPayment(PrepaidDesk.paid(card, "5.00")));

    assertEquals(ChargingAccountStatus.ACTIVE, desk.card(card).status());
    system.run(() -> subscriptions.bar(card.subscriptionId(), "fraud"));
    awaitStatus(card, ChargingAccountStatus.BARRED);
    system.call(() -> recharges.byPayment(PrepaidDesk.paid(card, "50.00")));
    desk.night(card, PrepaidDesk.TODAY);
    assertEquals(ChargingAccountStatus.BARRED, desk.card(card).status());
    system.run(() -> subscriptions.unbar(card.subscriptionId(), "cleared"));
    awaitStatus(card, ChargingAccountStatus.ACTIVE);
  }

  @Test
  void accountsFollowTheBarsOfManyInWhateverOrderTheyAreToldOfThem() throws Exception {
    PrepaidCard one = desk.opened();
    PrepaidCard other = desk.opened();
    List<Long> accounts = List.of(one.accountId(), other.accountId());
    system.run(() -> subscriptions.barAccounts(accounts, "dunning"));
    awaitStatus(one, ChargingAccountStatus.BARRED);
    awaitStatus(other, ChargingAccountStatus.BARRED);

    system.run(() -> subscriptions.unbarAccounts(accounts, "fraud"));
    assertEquals(
        Set.of(one.subscriptionId(), other.subscriptionId()),
        system.call(
            () -> subscriptions.barred(List.of(one.subscriptionId(), other.subscriptionId()))),
        "barred for another reason");

    system.run(() -> subscriptions.unbarAccounts(List.of(one.accountId()), "dunning"));
    awaitStatus(one, ChargingAccountStatus.ACTIVE);
    system.run(() -> prepaid.followBars(List.of(one.subscriptionId(), other.subscriptionId())));
    assertEquals(ChargingAccountStatus.ACTIVE, desk.card(one).status());
    assertEquals(ChargingAccountStatus.BARRED, desk.card(other).status());
  }

  private void awaitStatus(PrepaidCard card, ChargingAccountStatus expected) throws Exception {
    for (int i = 0; i < 200 && desk.card(card).status() != expected; i++) {
      Thread.sleep(50);
    }
    assertEquals(expected, desk.card(card).status());
  }

  @Test
  void termsDecideWhetherAnAccountHasALife() throws Exception {
    PrepaidCard card = desk.opened();
    system.run(() -> terms.change(card.id(), PaymentMode.HYBRID, new BigDecimal("50.00")));

    PrepaidCard hybrid = desk.card(card);
    assertNull(hybrid.dates());
    assertEquals(0, hybrid.available().amount().compareTo(new BigDecimal("50")));
    desk.assertRefused(
        Reason.WRONG_AMOUNT,
        () -> terms.change(card.id(), PaymentMode.PREPAID, new BigDecimal("50.00")));
    system.run(() -> terms.change(card.id(), PaymentMode.PREPAID, BigDecimal.ZERO));
    assertEquals(PrepaidDesk.TODAY.plusDays(90), desk.card(card).dates().activeUntil());
  }
}
