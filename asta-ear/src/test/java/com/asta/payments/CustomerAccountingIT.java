package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.rules.AgeingBucket;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.InstalmentPlan;
import com.asta.payments.rules.Promise;
import com.asta.payments.service.AgeingService;
import com.asta.payments.service.BadDebtService;
import com.asta.payments.service.DisputeReason;
import com.asta.payments.service.DisputeService;
import com.asta.payments.service.DunningRunService;
import com.asta.payments.service.DunningService;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.InstalmentPlanCard;
import com.asta.payments.service.InstalmentPlanService;
import com.asta.payments.service.InterestService;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.PromiseService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What is agreed, contested or given up about a debt, and what it does to dunning. */
@ArquillianTest
class CustomerAccountingIT {
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private Subscribers subscribers;
  @Inject private DunningJob job;
  @Inject private DunningRunService runs;
  @Inject private DunningService dunning;
  @Inject private PromiseService promises;
  @Inject private InstalmentPlanService plans;
  @Inject private DisputeService disputes;
  @Inject private InterestService interest;
  @Inject private BadDebtService badDebts;
  @Inject private AgeingService ageing;
  @Inject private LedgerService ledger;
  @Inject private FinancialAccountService accounts;
  @Inject private Database database;

  @Test
  void aPromisePausesDunningUntilItIsBroken() {
    AccountCard account = overdue("80.00", 20);
    long id = system.call(() -> promises.promise(account.id(), pln("80"), debt.today(), "Piątek"));
    assertRefused(
        "PROMISE_EXISTS", () -> promises.promise(account.id(), pln("1"), debt.today(), ""));
    run();
    assertEquals(0, steps(account), "dunning waits");
    pay(account, "30.00");
    assertEquals(Promise.Standing.OPEN, promise(account));
    database.update(
        "update payments.promise set made_on = made_on - 3, due_on = due_on - 1 where id = ?", id);
    assertEquals(Promise.Standing.BROKEN, promise(account));
    run();
    assertEquals(1, steps(account));
  }

  @Test
  void anInvoiceOfNothingIsOwedByNobody() {
    AccountCard account = debt.customer("Zero" + Debt.serial());
    String nothing = "FT/2026/" + Debt.serial();
    system.run(() -> debt.publish(account, nothing, "0.00", 14));
    String next = debt.invoice(account, "25.00", 14);
    Eventually.get(
        "the debt of " + next,
        () ->
            Optional.of(system.call(() -> accounts.balance(account.id())).open())
                .filter(Money.of("25", "PLN")::equals));
    assertEquals(
        List.of(next),
        database.rows(
            "select number from payments.open_item where account_id = ?",
            row -> row.getString(1),
            account.id()));
    long check = system.call(ledger::check);
    assertEquals(List.of(), system.call(() -> ledger.faults(check)));
  }

  @Test
  void aPromiseIsKeptByMoney() {
    AccountCard account = overdue("80.00", 20);
    system.call(() -> promises.promise(account.id(), pln("50"), debt.today().plusDays(5), ""));
    pay(account, "50.00");
    assertEquals(Promise.Standing.KEPT, promise(account));
    run();
    assertEquals(1, steps(account), "the rest is overdue still");
  }

  @Test
  void aPlanHoldsDunningOffWhileItIsKept() {
    AccountCard account = overdue("100.01", 20);
    long id =
        system.call(() -> plans.agree(account.id(), null, 3, debt.today().plusDays(10), 3, "Raty"));
    InstalmentPlanCard plan = plan(account);
    assertEquals(Money.of("100.01", "PLN"), plan.plan().total());
    assertEquals(3, plan.parts().size());
    run();
    assertEquals(0, steps(account));
    assertRefused(
        "PLAN_EXISTS", () -> plans.agree(account.id(), null, 2, debt.today().plusDays(10), 3, ""));
    pay(account, "33.34");
    database.update(
        "update payments.instalment set due_on = due_on - 20 where plan_id = ? and number = 1", id);
    assertEquals(InstalmentPlan.Standing.KEPT, plan(account).standing(), "the first part is paid");
    run();
    assertEquals(0, steps(account));
    database.update(
        "update payments.instalment set due_on = ? where plan_id = ? and number = 2",
        debt.today().minusDays(4),
        id);
    assertEquals(InstalmentPlan.Standing.BROKEN, plan(account).standing());
    run();
    assertEquals(1, steps(account), "broken, dunning goes on");
  }

  @Test
  void aDisputePausesDunningOfItsAmount() {
    AccountCard account = overdue("80.00", 20);
    OpenItemRow item = item(account);
    assertRefused(
        "MORE_THAN_OPEN",
        () ->
            disputes.open(
                account.id(), item.id(), Money.of("80.01", "PLN"), DisputeReason.OTHER, "Za dużo"));
    long id =
        system.call(
            () ->
                disputes.open(
                    account.id(), item.id(), null, DisputeReason.NOT_ORDERED, "Nie moje"));
    run();
    assertEquals(0, steps(account));
    assertTrue(
        system.call(() -> disputes.work(0, 1000)).stream().anyMatch(each -> each.id() == id));
    assertRefused("DISPUTE_WITHOUT_INVOICE", () -> disputes.uphold(id, "Ma rację"));
    system.run(() -> disputes.reject(id, "Zamówiono w salonie"));
    run();
    assertEquals(1, steps(account));
  }

  @Test
  void interestIsBilledOnceForEachDay() {
    AccountCard account = subscribers.customer("Odsetki" + Debt.serial());
    system.run(() -> debt.oldDebt(account, "1000.00", 37));
    assertEquals(
        Money.of("9.37", "PLN"),
        system.call(() -> interest.accrued(account.id())).get(0).interest(),
        "36 days of 9.5 %");
    assertEquals(Money.of("9.37", "PLN"), system.call(() -> interest.charge(account.id())));
    assertRefused("NO_INTEREST", () -> interest.charge(account.id()));
    assertEquals(
        937,
        database.number(
            "select (100 * sum(net))::bigint from billing.manual_charge where code ="
                + " 'LATE_INTEREST' and vat_category = 'OUTSIDE_VAT' and account_id = ?",
            account.id()));
    assertRefused(
        "RATE_EXISTS",
        () ->
            interest.addRate(
                CustomerClass.CONSUMER, LocalDate.of(2025, 12, 4), new BigDecimal("3")));
  }

  @Test
  void aBadDebtNeedsTwoPeopleAndIsInTheBook() {
    AccountCard account = overdue("80.00", 400);
    OpenItemRow item = item(account);
    long id =
        system.call(() -> badDebts.propose(account.id(), item.id(), null, "Dłużnik nie żyje"));
    assertRefused(
        "BAD_DEBT_EXISTS", () -> badDebts.propose(account.id(), item.id(), null, "Nie żyje"));
    assertRefused("SAME_CLERK", () -> badDebts.approve(id));
    database.update("update payments.bad_debt set proposed_by = 'somebody' where id = ?", id);
    system.run(() -> badDebts.approve(id));
    assertRefused("BAD_DEBT_DECIDED", () -> badDebts.approve(id));
    assertEquals(List.of(), system.call(() -> accounts.openItems(account.id())));
    assertEquals(
        80,
        database.number(
            "select sum(amount)::bigint from payments.posting where account_id = ?"
                + " and debit = 'BAD_DEBT' and credit = 'RECEIVABLE'",
            account.id()));
    assertEquals("BAD_DEBT", system.call(() -> ageing.stories(account.id())).get(0).kind());
    long check = system.call(ledger::check);
    assertEquals(
        List.of(),
        system.call(() -> ledger.faults(check)).stream()
            .filter(fault -> Long.valueOf(account.id()).equals(fault.accountId()))
            .toList());
  }

  @Test
  void theBookIsAgedAndTakenAway() throws IOException {
    AccountCard account = overdue("10.00", 0);
    system.run(() -> debt.oldDebt(account, "20.00", 30));
    system.run(() -> debt.oldDebt(account, "30.00", 31));
    system.run(() -> debt.oldDebt(account, "40.00", 91));
    var buckets = system.call(() -> ageing.of(account.id()));
    assertEquals(Money.of("10", "PLN"), buckets.get(AgeingBucket.NOT_DUE));
    assertEquals(Money.of("20", "PLN"), buckets.get(AgeingBucket.DAYS_1_30));
    assertEquals(Money.of("30", "PLN"), buckets.get(AgeingBucket.DAYS_31_60));
    assertEquals(Money.of("0", "PLN"), buckets.get(AgeingBucket.DAYS_61_90));
    assertEquals(Money.of("40", "PLN"), buckets.get(AgeingBucket.OVER_90));
    assertTrue(
        system.call(() -> ageing.rows(AgeingBucket.OVER_90, 0, 10_000)).stream()
            .anyMatch(row -> row.accountId() == account.id()));
    StringWriter csv = new StringWriter();
    system.call(
        () -> {
          ageing.export(csv);
          return null;
        });
    assertTrue(
        csv.toString()
            .lines()
            .anyMatch(
                line ->
                    line.startsWith(account.number())
                        && line.endsWith("PLN,10.00,20.00,30.00,0.00,40.00,100.00")),
        csv.toString());
  }

  private AccountCard overdue(String amount, int days) {
    AccountCard account = debt.customer("Umowny" + Debt.serial());
    system.run(() -> debt.oldDebt(account, amount, days));
    return account;
  }

  private OpenItemRow item(AccountCard account) {
    return system.call(() -> accounts.openItems(account.id())).get(0);
  }

  private Promise.Standing promise(AccountCard account) {
    return system.call(() -> promises.ofAccount(account.id())).get(0).standing();
  }

  private InstalmentPlanCard plan(AccountCard account) {
    return system.call(() -> plans.ofAccount(account.id())).get(0);
  }

  private int steps(AccountCard account) {
    return system.call(() -> dunning.historyOf(account.id())).size();
  }

  private void run() {
    long id = system.call(() -> job.start(debt.today(), null));
    Eventually.get(
        "dunning run " + id,
        () -> Optional.of(system.call(() -> runs.card(id))).filter(each -> each.done()));
  }

  private void pay(AccountCard account, String amount) {
    system.call(() -> debt.cash(account, amount, UUID.randomUUID().toString()));
  }

  private void assertRefused(String reason, Runnable work) {
    PaymentsRefused refused = assertThrows(PaymentsRefused.class, () -> system.run(work));
    assertEquals(reason, refused.reason().name());
  }

  private static BigDecimal pln(String amount) {
    return new BigDecimal(amount);
  }
}
