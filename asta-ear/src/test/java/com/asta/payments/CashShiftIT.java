package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.rules.CashCount;
import com.asta.payments.rules.CashPieces;
import com.asta.payments.rules.CashShiftState;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.CashShiftCard;
import com.asta.payments.service.CashShiftQuery;
import com.asta.payments.service.CashShiftService;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.NewCashPayment;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.PaymentsRefused.Reason;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@ArquillianTest
class CashShiftIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private CashDesk desk;
  @Inject private CashShiftService shifts;
  @Inject private FinancialAccountService accounts;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private LedgerService ledger;
  @Inject private Suspense suspense;
  @Inject private Database database;

  private String register;

  @BeforeEach
  void aRegisterOfItsOwn() {
    system.call(shifts::mine).ifPresent(open -> close(open.id(), inDrawer(open.id()), ""));
    register = "T" + Debt.serial() % 1_000_000;
    database.update(
        "insert into payments.cash_register (code, name) values (?, ?)", register, register);
  }

  @AfterEach
  void theBookIsRight() {
    long check = system.call(ledger::check);
    assertEquals(List.of(), system.call(() -> ledger.faults(check)));
  }

  @Test
  void aShiftGoesFromTheFloatToTheBankStatement() {
    AccountCard account = debt.customer("Zmiana" + Debt.serial());
    long shift = open("200");
    receive(account, "100.10");
    receive(account, "49.90");
    system.run(() -> shifts.move(shift, pln("20"), "change from the safe", key()));
    system.run(() -> shifts.move(shift, pln("-5.50"), "stamps", key()));
    String bag = "BZ-" + Debt.serial();
    system.run(() -> shifts.deposit(shift, bag, pln("150")));
    refused(Reason.BAG_USED, () -> shifts.deposit(shift, bag, pln("1")));
    refused(Reason.BAG_MISSING, () -> shifts.deposit(shift, "x", pln("1")));
    refused(Reason.DRAWER_TOO_SMALL, () -> shifts.deposit(shift, bag + "1", pln("214.51")));
    refused(Reason.REASON_MISSING, () -> shifts.move(shift, pln("1"), " ", key()));
    refused(Reason.EXPLANATION_MISSING, () -> shifts.close(shift, count("210"), ""));
    assertEquals(CashShiftState.CLOSED, close(shift, "210", "wrong change"));

    CashShiftCard card = system.call(() -> shifts.shift(shift));
    assertEquals(
        List.of(pln("214.50"), pln("210"), pln("-4.50"), pln("150")),
        List.of(card.expected(), card.counted(), card.difference(), card.taken()));
    assertTrue(new String(system.call(() -> shifts.report(shift, "pl")), 0, 5).startsWith("%PDF-"));
    StatementFileRow file = imported("150.00", "WPLATA ZAMKNIETA " + bag.toLowerCase());
    assertEquals(List.of(0L, 0L), List.of(file.matched(), file.unmatched()));
    assertEquals(pln("150"), system.call(() -> shifts.deposits(shift)).get(0).credited());
    assertEquals(pln("210"), system.call(() -> shifts.shift(open("210"))).carried());
  }

  @Test
  void whatTheBankCountsDifferentlyIsBookedAndShown() {
    long shift = open("500");
    String bag = "BZ" + Debt.serial();
    system.run(() -> shifts.deposit(shift, bag, pln("300")));
    StatementFileRow file = imported("290.00", "worek " + bag);
    assertEquals(
        List.of("DEPOSIT_DIFFERS"),
        system
            .call(() -> suspense.list(new SuspenseQuery("payments", null, file.name(), null), 0, 5))
            .stream()
            .map(SuspendedRecord::reason)
            .toList());
    assertEquals(pln("290"), system.call(() -> shifts.deposits(shift)).get(0).credited());
  }

  @Test
  void receiptsHaveNoGapsAndBelongToAShift() throws Exception {
    AccountCard account = debt.customer("Seria" + Debt.serial());
    refused(Reason.NO_OPEN_SHIFT, () -> receive(account, "1.00"));
    long shift = open("0");
    List<Callable<Long>> tills = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      tills.add(() -> receive(account, "1.00"));
    }
    long first = receive(account, "5.00");
    tills.add(3, () -> cancelled(first));
    tills.add(6, () -> cancelled(first));
    List<Throwable> failed = together(tills);
    assertEquals(1, failed.size(), () -> failed.toString());
    assertEquals(Reason.RECEIPT_CANCELLED, ((PaymentsRefused) failed.get(0)).reason());
    assertEquals(
        LongStream.rangeClosed(1, 13).boxed().toList(),
        database.rows(
            "select number from payments.cash_receipt where register = ? order by number",
            row -> row.getLong(1),
            register));
    assertEquals(CashShiftState.CLOSED, close(shift, "12", ""));
    refused(Reason.NO_OPEN_SHIFT, () -> receive(account, "1.00"));
  }

  @Test
  void aCancelledReceiptGivesTheDebtBackWithinItsShiftOnly() {
    AccountCard account = debt.customer("Storno" + Debt.serial());
    String number = debt.oldDebt(account, "80.00", 3);
    long shift = open("0");
    long receipt = receive(account, "80.00");
    assertEquals(pln("0"), open(account), number);
    refused(Reason.REASON_MISSING, () -> desk.cancel(receipt, ""));
    system.run(() -> desk.cancel(receipt, "paid twice"));
    assertEquals(pln("80"), open(account), number);
    assertEquals("paid twice", system.call(() -> desk.receipt(receipt)).cancelReason());
    long kept = receive(account, "80.00");
    close(shift, "80", "");
    refused(Reason.SHIFT_OVER, () -> desk.cancel(kept, "too late"));
    assertEquals(pln("0"), open(account), number);
  }

  @Test
  void aLargeDifferenceWaitsForASecondPerson() {
    long shift = open("100");
    assertEquals(CashShiftState.COUNTED, close(shift, "50", "do not know"));
    refused(Reason.OWN_COUNT, () -> shifts.confirm(shift));
    refused(Reason.NOT_YOUR_SHIFT, () -> shifts.move(shift, pln("1"), "late", key()));
    refused(Reason.REGISTER_IN_USE, () -> shifts.open(register, count("50")));
    database.update("update payments.cash_shift set cashier = 'ewa' where id = ?", shift);
    system.run(() -> shifts.countAgain(shift));
    assertEquals(CashShiftState.OPEN, system.call(() -> shifts.shift(shift)).state());
    refused(Reason.SHIFT_NOT_COUNTED, () -> shifts.confirm(shift));
    refused(Reason.NOT_YOUR_SHIFT, () -> shifts.close(shift, count("50"), "again"));
    database.update("update payments.cash_shift set cashier = 'system' where id = ?", shift);
    assertEquals(CashShiftState.COUNTED, close(shift, "120", "found some"));
    database.update("update payments.cash_shift set cashier = 'ewa' where id = ?", shift);
    system.run(() -> shifts.confirm(shift));
    assertEquals("system", system.call(() -> shifts.shift(shift)).confirmedBy());
    assertEquals(
        List.of(shift),
        system.call(() -> shifts.list(new CashShiftQuery(register, "ewa", null), 0, 5)).stream()
            .map(CashShiftCard::id)
            .toList());
  }

  @Test
  void oneOfTwoOpensTheRegisterAndOneClosesTheShift() throws Exception {
    Callable<Long> opening = () -> open("10");
    List<Throwable> failed = together(List.of(opening, opening));
    assertEquals(1, failed.size(), () -> failed.toString());
    assertEquals(Reason.REGISTER_IN_USE, ((PaymentsRefused) failed.get(0)).reason());
    long shift = system.call(shifts::mine).orElseThrow().id();
    Callable<CashShiftState> closing = () -> close(shift, "12", "found");
    List<Throwable> again = together(List.of(closing, closing));
    assertEquals(Reason.NOT_YOUR_SHIFT, ((PaymentsRefused) again.get(0)).reason());
    assertEquals(
        2,
        database.number("select count(*) from payments.cash_movement where shift_id = ?", shift));
    String key = key();
    long next = open("12");
    Callable<Long> moving =
        () -> {
          system.run(() -> shifts.move(next, pln("5"), "change", key));
          return 0L;
        };
    assertEquals(List.of(), together(List.of(moving, moving, moving)));
    assertEquals("17", inDrawer(next));
  }

  private <T> List<Throwable> together(List<Callable<T>> presses) throws InterruptedException {
    List<Future<T>> pressed = new ArrayList<>();
    presses.forEach(each -> pressed.add(executor.submit(each)));
    List<Throwable> failed = new ArrayList<>();
    for (Future<T> each : pressed) {
      try {
        each.get();
      } catch (ExecutionException refused) {
        failed.add(refused.getCause());
      }
    }
    return failed;
  }

  private long open(String amount) {
    return system.call(() -> shifts.open(register, count(amount)));
  }

  private CashShiftState close(long shift, String amount, String explanation) {
    return system.call(() -> shifts.close(shift, count(amount), explanation));
  }

  private long receive(AccountCard account, String amount) {
    return system.call(
        () -> desk.receive(new NewCashPayment(key(), register, account.id(), pln(amount), "")));
  }

  private long cancelled(long receipt) {
    system.run(() -> desk.cancel(receipt, "test"));
    return receipt;
  }

  private StatementFileRow imported(String amount, String text) {
    byte[] xml = debt.statement("S-" + Debt.serial(), Debt.transfer(amount, "BANK", text));
    long id =
        system.call(
            () -> job.upload("it-" + Debt.serial() + ".xml", new ByteArrayInputStream(xml)));
    return Eventually.get(
        "import of " + id,
        () ->
            Optional.of(system.call(() -> imports.file(id)))
                .filter(file -> file.finishedAt() != null));
  }

  private void refused(Reason reason, Executable attempt) {
    PaymentsRefused refused =
        assertThrows(
            PaymentsRefused.class,
            () ->
                system.call(
                    () -> {
                      try {
                        attempt.execute();
                        return null;
                      } catch (PaymentsRefused expected) {
                        throw expected;
                      } catch (Throwable other) {
                        throw new IllegalStateException(other);
                      }
                    }));
    assertEquals(reason, refused.reason());
  }

  private String inDrawer(long shift) {
    return database
        .rows(
            "select s.carried + coalesce((select sum(amount) from payments.cash_movement m"
                + " where m.shift_id = s.id), 0) from payments.cash_shift s where s.id = ?",
            row -> row.getBigDecimal(1).stripTrailingZeros().toPlainString(),
            shift)
        .get(0);
  }

  private Money open(AccountCard account) {
    return system.call(() -> accounts.balance(account.id())).open();
  }

  /** The amount in as few notes and coins as can be. */
  private static CashCount count(String amount) {
    BigDecimal left = new BigDecimal(amount);
    List<CashPieces> pieces = new ArrayList<>();
    for (BigDecimal denomination : CashCount.DENOMINATIONS) {
      BigDecimal[] parts = left.divideAndRemainder(denomination);
      pieces.add(new CashPieces(denomination, parts[0].intValueExact()));
      left = parts[1];
    }
    return new CashCount(pieces);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
