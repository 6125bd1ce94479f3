package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.service.FinalBillCard;
import com.asta.billing.service.FinalBillService;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.service.DunningRunService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dunning that starts by itself, and what its last level does. */
@ArquillianTest
class NightlyDunningIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private Subscribers subscribers;
  @Inject private DunningJob job;
  @Inject private DunningRunService runs;
  @Inject private SubscriptionService subscriptions;
  @Inject private FinalBillService finals;
  @Inject private Database database;

  @AfterEach
  void off() {
    system.run(() -> runs.schedule(""));
    database.update("update payments.dunning_run set scheduled_for = null");
  }

  @Test
  void oneRunADayStartsByItselfHoweverManyServersTry() throws Exception {
    AccountCard account = debt.customer("Nocny" + Debt.serial());
    system.run(() -> debt.oldDebt(account, "80.00", 20));
    assertEquals(Optional.empty(), system.call(() -> job.startScheduled()), "it is off");
    assertRefused(PaymentsRefused.Reason.NOT_A_TIME, () -> runs.schedule("25:00"));
    system.run(() -> runs.schedule("00:00"));
    assertEquals(LocalTime.MIDNIGHT, system.call(() -> runs.schedule()).runAt());
    assertEquals(Optional.empty(), system.call(() -> job.startScheduled()), "from tomorrow on");
    saidYesterday();

    CountDownLatch ready = new CountDownLatch(1);
    List<Future<Optional<Long>>> tries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tries.add(
          executor.submit(
              () -> {
                ready.await(10, TimeUnit.SECONDS);
                return system.call(() -> job.startScheduled());
              }));
    }
    ready.countDown();
    List<Long> started = new ArrayList<>();
    for (Future<Optional<Long>> each : tries) {
      each.get(30, TimeUnit.SECONDS).ifPresent(started::add);
    }
    assertEquals(1, started.size());
    await(started.get(0));
    assertEquals(Optional.empty(), system.call(() -> job.startScheduled()), "once a day");
    assertEquals(1, letters(account));
  }

  @Test
  void aRunThatAPersonStartedDoesNotCountAsTheDaysOwn() {
    system.run(() -> runs.schedule("00:00"));
    saidYesterday();
    await(system.call(() -> job.start(debt.today(), null)));
    Optional<Long> own = system.call(() -> job.startScheduled());
    assertTrue(own.isPresent());
    await(own.get());
  }

  /** From the overdue debt through the resignation's workflow to the final bill. */
  @Test
  void theLevelThatTerminatesEndsTheServiceAndTheFinalBillFollows() {
    AccountCard account = subscribers.customer("Koniec" + Debt.serial());
    system.run(() -> debt.oldDebt(account, "80.00", 70));
    ladderThatTerminates(account);
    AccountCard other = debt.customer("Obok" + Debt.serial());
    system.run(() -> debt.oldDebt(other, "80.00", 20));
    long first = system.call(() -> job.start(debt.today(), null));
    await(first);
    assertEquals(
        "BEFORE_START",
        failure(first, account).substring(0, 12),
        "what began today cannot end today; the next run ends it");
    assertEquals(1, letters(other), "whoever else is due is dunned all the same");
    database.update(
        "update products.subscription_phase set starts_on = starts_on - 90 where account_id = ?",
        account.id());
    database.update(
        "update products.subscription set activated_on = activated_on - 90 where account_id = ?",
        account.id());

    await(system.call(() -> job.start(debt.today(), null)));
    assertEquals(
        List.of("TERMINATE"),
        database.rows(
            "select action from payments.dunning_step where account_id = ?",
            row -> row.getString(1),
            account.id()));
    Eventually.get(
        "end of the service of " + account.number(),
        () ->
            Optional.of(system.call(() -> subscriptions.ofCustomer(account.customerId())).get(0))
                .filter(each -> each.status() == SubscriptionStatus.TERMINATED));
    FinalBillCard noted =
        Eventually.get(
            "final bill of " + account.number(),
            () -> system.call(() -> finals.ofAccount(account.id())));
    assertEquals(OperatorZone.dayOf(java.time.Instant.now()), noted.endsOn());
    FinalBillCard made = system.call(() -> finals.make(account.id()));
    assertEquals("DONE", made.status());
    await(system.call(() -> job.start(debt.today(), null)));
    assertEquals(
        1,
        database.number(
            "select count(*) from products.product_order where request_key like ?",
            "dunning-%-" + subscription(account)),
        "it is resigned once");
  }

  private void saidYesterday() {
    database.update("update payments.dunning_schedule set since = since - interval '1 day'");
  }

  private String failure(long runId, AccountCard account) {
    return database
        .first(
            "select failure from payments.dunning_run_account where run_id = ? and account_id = ?",
            row -> row.getString(1),
            runId,
            account.id())
        .orElseThrow();
  }

  private long letters(AccountCard account) {
    return database.number(
        "select count(*) from payments.dunning_letter where account_id = ?", account.id());
  }

  /** A case of a policy that is in force no more, the letter of which was written long ago. */
  private void ladderThatTerminates(AccountCard account) {
    long policy =
        database
            .first(
                "insert into payments.dunning_policy (customer_class, version, valid_from,"
                    + " created_by, published_at, published_by) select 'CONSUMER',"
                    + " max(version) + 1, min(valid_from) - 1, 'it', now(), 'it'"
                    + " from payments.dunning_policy where customer_class = 'CONSUMER'"
                    + " returning id",
                row -> row.getLong(1))
            .orElseThrow();
    database.update(
        "insert into payments.dunning_level (policy_id, number, after_days, minimum, action, fee)"
            + " values (?, 1, 7, 5, 'LETTER', 0), (?, 2, 30, 5, 'TERMINATE', 0)",
        policy,
        policy);
    database.update(
        "insert into payments.dunning_case (account_id, id, opened_on, level, policy_id,"
            + " customer_class, last_step_on) values (?, ?, current_date - 60, 1, ?, 'CONSUMER',"
            + " current_date - 60)",
        account.id(),
        Debt.serial(),
        policy);
    database.update(
        "update payments.financial_account set dunning_level = 1 where account_id = ?",
        account.id());
  }

  private long subscription(AccountCard account) {
    return system.call(() -> subscriptions.ofCustomer(account.customerId())).get(0).id();
  }

  private void await(long runId) {
    Eventually.get(
        "dunning run " + runId,
        () -> Optional.of(system.call(() -> runs.card(runId))).filter(each -> each.done()));
  }

  private void assertRefused(PaymentsRefused.Reason reason, Runnable work) {
    PaymentsRefused refused = assertThrows(PaymentsRefused.class, () -> system.run(work));
    assertEquals(reason, refused.reason());
  }
}
