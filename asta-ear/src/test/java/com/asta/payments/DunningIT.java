package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.batch.JobStatus;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.DunningPlanRow;
import com.asta.payments.service.DunningService;
import com.asta.payments.service.DunningStepRow;
import com.asta.payments.service.NewCashPayment;
import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class DunningIT {
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private DunningService dunning;
  @Inject private DunningJob job;
  @Inject private JobControl jobs;
  @Inject private SubscriptionService subscriptions;
  @Inject private CashDesk desk;
  @Inject private Database database;

  @Test
  void anOldDebtClimbsTheLadderAndPaymentUnbarsAtOnce() {
    AccountCard account = customerWithService();
    system.run(() -> debt.oldDebt(account, "80.00", 40));

    assertEquals(Optional.of(DunningLevel.REMINDER), planned(account), "shown before it is done");
    assertEquals(List.of(), levels(account));
    run();
    assertEquals(List.of(DunningLevel.REMINDER), levels(account));
    assertEquals(1, mails(account));
    run();
    assertEquals(
        1,
        database.number(
            "select count(*) from billing.manual_charge where request_key like 'dunning-fee-%'"
                + " and account_id = ?",
            account.id()));
    assertEquals(SubscriptionStatus.ACTIVE, status(account));
    run();
    assertEquals(SubscriptionStatus.BARRED, status(account));
    run();
    assertEquals(
        List.of(DunningLevel.BARRED, DunningLevel.FEE, DunningLevel.REMINDER), levels(account));
    assertEquals(3, mails(account), "no letter twice");

    pay(account, "79.00");
    assertEquals(SubscriptionStatus.BARRED, status(account), "one zloty is still overdue");
    pay(account, "1.00");
    assertEquals(SubscriptionStatus.ACTIVE, status(account));
    assertEquals(Optional.empty(), planned(account));
  }

  @Test
  void creditAndSmallSumsAreNotDunned() {
    AccountCard small = debt.customer("Grosz" + Debt.serial());
    system.run(() -> debt.oldDebt(small, "4.99", 100));
    AccountCard paid = debt.customer("Nadplata" + Debt.serial());
    pay(paid, "100.00");
    system.run(() -> debt.oldDebt(paid, "60.00", 100));
    run();
    assertEquals(List.of(), levels(small));
    assertEquals(List.of(), levels(paid));
  }

  private AccountCard customerWithService() {
    AccountCard account = debt.customer("Dluznik" + Debt.serial());
    debt.subscribe(account);
    Eventually.get(
        "billing account of " + account.number(),
        () ->
            Optional.of(
                    database.number(
                        "select count(*) from billing.billing_account where account_id = ?",
                        account.id()))
                .filter(found -> found == 1));
    return account;
  }

  private void run() {
    long execution = system.call(() -> job.start(debt.today()));
    JobRun ended =
        Eventually.get(
            "dunning",
            () ->
                Optional.of(system.call(() -> jobs.run(execution)))
                    .filter(each -> !each.isRunning()));
    assertEquals(JobStatus.COMPLETED, ended.status());
    assertTrue(ended.count().done() > 0);
  }

  private void pay(AccountCard account, String amount) {
    system.call(
        () ->
            desk.receive(
                new NewCashPayment(
                    UUID.randomUUID().toString(),
                    "K1",
                    account.id(),
                    Money.of(amount, "PLN"),
                    "")));
  }

  private Optional<DunningLevel> planned(AccountCard account) {
    return system.call(() -> dunning.plan(debt.today(), 0, 10_000)).stream()
        .filter(row -> row.accountId() == account.id())
        .map(DunningPlanRow::next)
        .findFirst();
  }

  private List<DunningLevel> levels(AccountCard account) {
    return system.call(() -> dunning.historyOf(account.id())).stream()
        .map(DunningStepRow::level)
        .toList();
  }

  private SubscriptionStatus status(AccountCard account) {
    List<SubscriptionCard> owned =
        system.call(() -> subscriptions.ofCustomer(account.customerId()));
    return owned.get(0).status();
  }

  private long mails(AccountCard account) {
    return database.number(
        "select count(*) from common.mail where unique_key like 'dunning-%' and subject like ?",
        "%" + account.number());
  }
}
