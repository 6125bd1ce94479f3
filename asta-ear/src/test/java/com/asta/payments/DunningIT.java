package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.rules.HoldKind;
import com.asta.billing.service.HoldRow;
import com.asta.billing.service.HoldService;
import com.asta.common.service.Database;
import com.asta.common.service.MailAttachments;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningAction;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.service.DunningCaseService;
import com.asta.payments.service.DunningDifference;
import com.asta.payments.service.DunningLetterRow;
import com.asta.payments.service.DunningLetterService;
import com.asta.payments.service.DunningPolicyCard;
import com.asta.payments.service.DunningPolicyService;
import com.asta.payments.service.DunningRunRow;
import com.asta.payments.service.DunningRunService;
import com.asta.payments.service.DunningService;
import com.asta.payments.service.DunningStepRow;
import com.asta.payments.service.PaymentsRefused;
import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@ArquillianTest
class DunningIT {
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private Subscribers subscribers;
  @Inject private DunningService dunning;
  @Inject private DunningRunService runs;
  @Inject private DunningCaseService cases;
  @Inject private DunningLetterService letters;
  @Inject private DunningPolicyService policies;
  @Inject private DunningJob job;
  @Inject private SubscriptionService subscriptions;
  @Inject private HoldService holds;
  @Inject private Database database;
  @Inject @Any private Instance<MailAttachments> attachments;

  @Test
  void anOldDebtClimbsTheLadderAndPaymentUnbarsAtOnce() {
    AccountCard account = subscribers.customer("Dluznik" + Debt.serial());
    system.run(() -> debt.oldDebt(account, "80.00", 70));

    assertEquals(Optional.of("LETTER"), foreseen(account, 30), "shown before it is done");
    assertEquals(List.of(), steps(account));
    run(30);
    run(30);
    assertEquals(List.of("LETTER"), steps(account), "twice on one day is once");
    run(17);
    assertEquals(List.of("LETTER"), steps(account), "thirteen days are no respite");
    run(16);
    assertEquals(1, fees(account));
    assertEquals(SubscriptionStatus.ACTIVE, status(account));
    run(2);
    assertEquals(SubscriptionStatus.BARRED, status(account));
    assertEquals(List.of("BAR", "FEE", "LETTER"), steps(account));
    assertEquals(3, mails(account), "no letter twice");

    pay(account, "70.00");
    assertEquals(SubscriptionStatus.BARRED, status(account), "ten zloty are still overdue");
    pay(account, "6.00");
    assertEquals(SubscriptionStatus.ACTIVE, status(account), "nobody is dunned for four");
    assertEquals(Optional.empty(), foreseen(account, 0));
  }

  @Test
  void everyLetterIsKeptAndGoesWithItsMailAsPdf() {
    AccountCard account = debt.customer("List" + Debt.serial());
    system.run(() -> debt.oldDebt(account, "80.00", 20));
    run(0);
    List<DunningLetterRow> written =
        system.call(() -> letters.ofCustomer(account.customerId(), 0, 10));
    assertEquals(1, written.size());
    assertTrue(written.get(0).subject().contains(account.number()));
    byte[] pdf = system.call(() -> letters.pdf(written.get(0).id()));
    assertEquals("%PDF-", new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII));
    long caseId =
        database.number(
            "select case_id from payments.dunning_letter where account_id = ?", account.id());
    MailAttachments.Attachment file =
        attachments.stream()
            .flatMap(source -> source.of("dunning-letter-" + caseId + "-1").stream())
            .findFirst()
            .orElseThrow();
    assertEquals("application/pdf", file.mediaType());
    assertEquals(pdf.length / 100, file.content().length / 100, "the same letter");
    assertNotNull(written.get(0).mailStatus());
  }

  @Test
  void creditAndSmallSumsAreNotDunned() {
    AccountCard small = debt.customer("Grosz" + Debt.serial());
    system.run(() -> debt.oldDebt(small, "4.99", 100));
    AccountCard paid = debt.customer("Nadplata" + Debt.serial());
    pay(paid, "100.00");
    system.run(() -> debt.oldDebt(paid, "60.00", 100));
    run(0);
    assertEquals(List.of(), steps(small));
    assertEquals(List.of(), steps(paid));
  }

  @Test
  void aRunSaysWhereItDiffersFromItsSimulation() {
    AccountCard stays = debt.customer("Zostaje" + Debt.serial());
    AccountCard pays = debt.customer("Placi" + Debt.serial());
    system.run(() -> debt.oldDebt(stays, "80.00", 20));
    system.run(() -> debt.oldDebt(pays, "80.00", 20));
    long simulation = await(system.call(() -> job.simulate(debt.today())));
    assertEquals(Optional.of("LETTER"), in(simulation, stays));
    assertEquals(Optional.of("LETTER"), in(simulation, pays));
    assertEquals(List.of(), steps(stays), "a simulation writes no letter");
    pay(pays, "80.00");
    long run = await(system.call(() -> job.start(debt.today(), simulation)));
    assertEquals(Optional.of("LETTER"), in(run, stays));
    List<DunningDifference> differences =
        system.call(() -> runs.differences(run, 0, 100)).stream()
            .filter(each -> each.accountId() == pays.id() || each.accountId() == stays.id())
            .toList();
    assertEquals(1, differences.size());
    assertEquals(pays.id(), differences.get(0).accountId());
    assertEquals("LETTER", differences.get(0).simulated());
  }

  @Test
  void twoOperatorsWhoPressAtOnceGetOneRunAndOneLetterEach() throws Exception {
    List<AccountCard> accounts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      AccountCard account = debt.customer("Razem" + Debt.serial());
      system.run(() -> debt.oldDebt(account, "80.00", 20));
      accounts.add(account);
    }
    ExecutorService two = Executors.newFixedThreadPool(2);
    Callable<Long> press = () -> system.call(() -> job.start(debt.today(), null));
    List<Future<Long>> pressed = two.invokeAll(List.of(press, press));
    two.shutdown();
    for (Future<Long> each : pressed) {
      await(each.get());
    }
    for (AccountCard account : accounts) {
      assertEquals(List.of("LETTER"), steps(account));
      assertEquals(1, mails(account));
    }
  }

  @Test
  void aPauseHoldsAndALevelTakenBackIsNotWrittenTwice() {
    AccountCard account = subscribers.customer("Dluznik" + Debt.serial());
    system.run(() -> debt.oldDebt(account, "80.00", 70));
    system.run(() -> holds.place(account.id(), HoldKind.DUNNING, "Spór w sądzie", null, null));
    run(0);
    assertEquals(List.of(), steps(account), "billing holds dunning back");
    HoldRow hold = system.call(() -> holds.ofAccount(account.id())).get(0);
    system.run(() -> holds.release(account.id(), hold.id()));
    run(31);
    system.run(() -> cases.pause(account.id(), null, "Reklamacja w toku"));
    run(17);
    assertEquals(List.of("LETTER"), steps(account));
    system.run(() -> cases.resume(account.id()));
    run(16);
    run(2);
    assertEquals(SubscriptionStatus.BARRED, status(account));

    system.run(() -> cases.undo(account.id(), debt.today(), "Blokada przez pomyłkę"));
    assertEquals(SubscriptionStatus.ACTIVE, status(account));
    assertEquals(2, system.call(() -> cases.standing(account.id())).level());
    run(0);
    assertEquals(SubscriptionStatus.ACTIVE, status(account), "it rests today");
    assertRefused("REASON_MISSING", () -> cases.skip(account.id(), " "));
    system.run(() -> cases.handOver(account.id(), "Dłużnik nie odpowiada"));
    assertNotNull(system.call(() -> cases.standing(account.id())).handedOverOn());
    assertRefused("CANNOT_HAND_OVER", () -> cases.handOver(account.id(), "Jeszcze raz"));
  }

  @Test
  void aFeeTakenBackIsCredited() {
    AccountCard account = subscribers.customer("Dluznik" + Debt.serial());
    system.run(() -> debt.oldDebt(account, "80.00", 40));
    run(15);
    run(1);
    assertEquals(1, fees(account));
    system.run(() -> cases.undo(account.id(), debt.today().plusDays(7), "Gest handlowy"));
    assertEquals(
        0,
        database.number(
            "select sum(net)::bigint from billing.manual_charge where code = 'DUNNING_FEE'"
                + " and account_id = ?",
            account.id()));
  }

  @Test
  void aVersionInForceDoesNotChangeAndAFaultyDraftIsRefused() {
    long draft = system.call(() -> policies.draft(CustomerClass.BUSINESS));
    assertEquals(draft, system.call(() -> policies.draft(CustomerClass.BUSINESS)), "one draft");
    system.run(
        () ->
            policies.save(
                draft,
                List.of(new DunningLevel(10, BigDecimal.TEN, DunningAction.BAR, BigDecimal.ZERO))));
    assertRefused("POLICY_FAULTY", () -> policies.publish(draft, debt.today().plusDays(30)));
    List<DunningLevel> good =
        List.of(
            new DunningLevel(10, BigDecimal.TEN, DunningAction.LETTER, BigDecimal.ZERO),
            new DunningLevel(60, BigDecimal.TEN, DunningAction.TERMINATE, BigDecimal.ZERO));
    system.run(() -> policies.save(draft, good));
    assertRefused("POLICY_BACKDATED", () -> policies.publish(draft, debt.today().minusDays(1)));
    LocalDate from = debt.today().plusYears(20);
    system.run(() -> policies.publish(draft, from));
    DunningPolicyCard published = system.call(() -> policies.card(draft));
    assertEquals(from, published.validFrom());
    assertFalse(published.isInForce(debt.today()));
    assertArrayEquals(good.toArray(), published.levels().toArray());
    assertRefused("POLICY_IN_FORCE", () -> policies.save(draft, List.of()));
    assertRefused("POLICY_IN_FORCE", () -> policies.publish(draft, from.plusDays(1)));
  }

  private void assertRefused(String reason, Executable work) {
    PaymentsRefused refused =
        assertThrows(
            PaymentsRefused.class,
            () ->
                system.run(
                    () -> {
                      try {
                        work.execute();
                      } catch (RuntimeException e) {
                        throw e;
                      } catch (Throwable e) {
                        throw new IllegalStateException(e);
                      }
                    }));
    assertEquals(reason, refused.reason().name());
  }

  /** Runs dunning as of some days ago. */
  private void run(int daysAgo) {
    await(system.call(() -> job.start(debt.today().minusDays(daysAgo), null)));
  }

  private long await(long runId) {
    Eventually.get(
        "dunning run " + runId,
        () -> Optional.of(system.call(() -> runs.card(runId))).filter(each -> each.done()));
    return runId;
  }

  private Optional<String> foreseen(AccountCard account, int daysAgo) {
    return in(await(system.call(() -> job.simulate(debt.today().minusDays(daysAgo)))), account);
  }

  private Optional<String> in(long runId, AccountCard account) {
    return system.call(() -> runs.rows(runId, null, null, 0, 10_000)).stream()
        .filter(row -> row.accountId() == account.id())
        .map(DunningRunRow::action)
        .findFirst();
  }

  private void pay(AccountCard account, String amount) {
    debt.cash(account, amount, UUID.randomUUID().toString());
  }

  private List<String> steps(AccountCard account) {
    return system.call(() -> dunning.historyOf(account.id())).stream()
        .map(DunningStepRow::action)
        .toList();
  }

  private SubscriptionStatus status(AccountCard account) {
    List<SubscriptionCard> owned =
        system.call(() -> subscriptions.ofCustomer(account.customerId()));
    return owned.get(0).status();
  }

  private long fees(AccountCard account) {
    return database.number(
        "select count(*) from billing.manual_charge where request_key like 'dunning-fee-%'"
            + " and account_id = ?",
        account.id());
  }

  private long mails(AccountCard account) {
    return database.number(
        "select count(*) from common.mail where unique_key like 'dunning-letter-%'"
            + " and subject like ?",
        "%" + account.number());
  }
}
