package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.asta.common.Money;
import com.asta.common.Refusal;
import com.asta.common.service.CommonRefused;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.model.StatementFile.State;
import com.asta.payments.rules.StatementWriter.Transfer;
import com.asta.payments.service.AccountBalance;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.ReceivableService;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clerks who press the same button at the same moment: it takes effect once. */
@ArquillianTest
class TwoClerksIT {
  private static final int CLERKS = 4;

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private PaymentService payments;
  @Inject private FinancialAccountService accounts;
  @Inject private LedgerService ledger;
  @Inject private ReceivableService receivables;
  @Inject private Database database;

  @AfterEach
  void theBookIsRight() {
    long check = system.call(ledger::check);
    assertEquals(List.of(), system.call(() -> ledger.faults(check)));
  }

  @Test
  void importTheSameFile() throws Exception {
    AccountCard account = debt.customer("Razem" + Debt.serial());
    debt.oldDebt(account, "10.00", 3);
    byte[] xml =
        debt.statement("S-" + Debt.serial(), Debt.transfer("10.00", "x", account.number()));
    Set<Enum<?>> refused = press(() -> upload(xml), CLERKS - 1);
    assertEquals(Set.of(CommonRefused.Reason.DUPLICATE_FILE), refused);
    assertEquals(pln("0"), settled(account).balance());
  }

  @Test
  void importTheSameEntriesInTwoFiles() throws Exception {
    AccountCard account = debt.customer("Osobno" + Debt.serial());
    Transfer[] transfers =
        IntStream.range(0, 300)
            .mapToObj(i -> Debt.transfer("1.00", "x", account.number()))
            .toArray(Transfer[]::new);
    List<Long> files = new ArrayList<>();
    for (int i = 0; i < CLERKS; i++) {
      files.add(upload(debt.statement("S-" + Debt.serial(), transfers)));
    }
    int duplicates = 0;
    for (long file : files) {
      duplicates += finished(file).duplicates();
    }
    assertEquals(300 * (CLERKS - 1), duplicates);
    assertEquals(pln("300"), settled(account).credit());
  }

  /** Of nobody, so that no account's lock keeps the imports apart, and in opposite orders. */
  @Test
  void importTheSameUnknownEntriesInTwoFiles() throws Exception {
    List<Transfer> transfers =
        IntStream.range(0, 300)
            .mapToObj(i -> Debt.transfer("1.00", "x", "nobody's " + i))
            .collect(Collectors.toCollection(ArrayList::new));
    List<Long> files = new ArrayList<>();
    for (int i = 0; i < CLERKS; i++) {
      files.add(upload(debt.statement("S-" + Debt.serial(), transfers.toArray(Transfer[]::new))));
      Collections.reverse(transfers);
    }
    int duplicates = 0;
    long recorded = 0;
    for (long file : files) {
      StatementFileRow done = finished(file);
      assertEquals(State.DONE, done.state());
      duplicates += done.duplicates();
      recorded += done.unmatched();
    }
    assertEquals(transfers.size() * (CLERKS - 1), duplicates);
    assertEquals(transfers.size(), recorded);
  }

  @Test
  void acceptTheSameCandidateAndUndoTheSameSettlement() throws Exception {
    AccountCard account = debt.customer("Naraz" + Debt.serial());
    debt.oldDebt(account, "84.19", 3);
    long file =
        upload(debt.statement("S-" + Debt.serial(), Debt.transfer("84.19", "nikt", "nie wiadomo")));
    finished(file);
    long payment = system.call(() -> payments.list(PaymentQuery.ofFile(file), 0, 1)).get(0).id();

    assertEquals(
        Set.of(PaymentsRefused.Reason.ALREADY_ASSIGNED),
        press(() -> assign(payment, account), CLERKS - 1));
    assertEquals(pln("0"), settled(account).open());
    long allocation = system.call(() -> payments.allocations(payment)).get(0).id();
    assertEquals(
        Set.of(PaymentsRefused.Reason.ALREADY_REVERSED),
        press(() -> release(allocation), CLERKS - 1));
    assertEquals(
        List.of(pln("84.19"), pln("84.19")),
        List.of(settled(account).open(), settled(account).credit()));
  }

  @Test
  void closeTheSameMonth() throws Exception {
    AccountCard account = debt.customer("Miesiac" + Debt.serial());
    LocalDate day = LocalDate.of(2019, 4, 10);
    system.run(
        () -> receivables.broughtForward(account.id(), "BO" + Debt.serial(), day, day, pln("5")));
    LocalDate oldest =
        system.call(ledger::periods).stream()
            .filter(each -> !each.closed())
            .reduce((newer, older) -> older)
            .orElseThrow()
            .firstDay();
    assertEquals(
        Set.of(PaymentsRefused.Reason.PERIOD_ORDER), press(() -> close(oldest), CLERKS - 1));
    assertEquals(
        1,
        database.number(
            "select count(*) from common.audit_entry where subject_type = 'AccountingPeriod'"
                + " and action = 'closed' and new_value = ? and id > ?",
            oldest.toString(),
            before()));
    system.run(() -> ledger.reopen(oldest, "test"));
  }

  /** Audit entries up to the last reopening of a month do not count. */
  private long before() {
    return database.number(
        "select coalesce(max(id), 0) from common.audit_entry"
            + " where subject_type = 'AccountingPeriod' and action = 'reopened'");
  }

  /** All press at once; answers why so many were refused, and that no other was. */
  private Set<Enum<?>> press(Callable<Long> button, int refusals) throws InterruptedException {
    List<Future<Long>> pressed = new ArrayList<>();
    for (int i = 0; i < CLERKS; i++) {
      pressed.add(executor.submit(button));
    }
    List<Enum<?>> reasons = new ArrayList<>();
    for (Future<Long> each : pressed) {
      try {
        each.get();
      } catch (ExecutionException failed) {
        reasons.add(assertInstanceOf(Refusal.class, failed.getCause()).reason());
      }
    }
    assertEquals(refusals, reasons.size(), reasons::toString);
    return Set.copyOf(reasons);
  }

  private long upload(byte[] xml) {
    return system.call(
        () -> job.upload("it-" + Debt.serial() + ".xml", new ByteArrayInputStream(xml)));
  }

  private long assign(long payment, AccountCard account) {
    system.run(() -> payments.assign(payment, account.id(), Set.of()));
    return payment;
  }

  private long release(long allocation) {
    system.run(() -> payments.release(allocation));
    return allocation;
  }

  private long close(LocalDate month) {
    system.run(() -> ledger.close(month));
    return 0;
  }

  private StatementFileRow finished(long file) {
    return Eventually.get(
        "import of " + file,
        () ->
            Optional.of(system.call(() -> imports.file(file)))
                .filter(each -> each.finishedAt() != null));
  }

  /** The balance once the files handed in are imported. */
  private AccountBalance settled(AccountCard account) {
    Eventually.get(
        "imports",
        () ->
            Optional.of(
                    database.number(
                        "select count(*) from payments.statement_file where finished_at is null"))
                .filter(open -> open == 0));
    return system.call(() -> accounts.balance(account.id()));
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
