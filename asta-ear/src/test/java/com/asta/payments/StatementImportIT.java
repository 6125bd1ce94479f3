package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.CommonRefused;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.model.StatementFile.State;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatementWriter.Transfer;
import com.asta.payments.service.AccountBalance;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class StatementImportIT {
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private PaymentService payments;
  @Inject private FinancialAccountService accounts;
  @Inject private Suspense suspense;

  @Test
  void anInvoiceIsPaidByAStatementAndTheRestIsLeftToAPerson() {
    AccountCard anna = debt.customer("Alfa" + Debt.serial());
    AccountCard bolek = debt.customer("Beta" + Debt.serial());
    String number = debt.invoice(anna, "123.00", 7);
    debt.invoice(bolek, "50.00", 7);
    open(anna, "123.00");
    open(bolek, "50.00");

    StatementFileRow file =
        imported(
            debt.statement(
                "S-" + Debt.serial(),
                Debt.transfer("123.00", "ktoś", "Faktura " + number.toLowerCase()),
                Debt.transfer("20.00", "ktoś", "konto " + bolek.number().replace("-", " ")),
                Debt.transfer("77.31", "nikt", "dziękuję")));

    assertEquals(State.DONE, file.state());
    assertEquals(List.of(3, 2L, 1L), List.of(file.entries(), file.matched(), file.unmatched()));
    assertEquals(pln("0"), balance(anna).balance());
    assertEquals(pln("30"), balance(bolek).open());
  }

  @Test
  void theSameFileAndTheSameStatementAreTakenOnce() {
    AccountCard account = debt.customer("Gamma" + Debt.serial());
    Transfer transfer = Debt.transfer("10.00", "x", account.number());
    String id = "S-" + Debt.serial();
    byte[] bytes = debt.statement(id, transfer);
    imported(bytes);

    CommonRefused again = assertThrows(CommonRefused.class, () -> upload(bytes));
    assertEquals(CommonRefused.Reason.DUPLICATE_FILE, again.reason());
    StatementFileRow retold = imported(text(bytes).replace("NOTPROVIDED", "E2E").getBytes(utf8()));
    assertEquals(StatementFault.Reason.DUPLICATE_STATEMENT, retold.reason());
    assertEquals(pln("-10"), balance(account).balance());
  }

  @Test
  void anEntryToldInTwoStatementsIsBookedOnce() {
    AccountCard account = debt.customer("Delta" + Debt.serial());
    Transfer transfer = Debt.transfer("10.00", "x", account.number());
    imported(debt.statement("S-" + Debt.serial(), transfer));
    Transfer changed =
        new Transfer(transfer.reference(), Money.of("11", "PLN"), "x", Debt.PAYER, "y");

    StatementFileRow second = imported(debt.statement("S-" + Debt.serial(), transfer));
    StatementFileRow third = imported(debt.statement("S-" + Debt.serial(), changed));

    assertEquals(State.DONE, second.state());
    assertEquals(List.of(1, 0L), List.of(second.duplicates(), second.matched()));
    assertEquals(List.of("REFERENCE_REUSED"), reasons(third));
    assertEquals(pln("-10"), balance(account).balance());
  }

  @Test
  void badFilesAreRefusedWithTheirReasonAndNothingIsBooked() {
    AccountCard account = debt.customer("Epsilon" + Debt.serial());
    String good =
        text(debt.statement("S-" + Debt.serial(), Debt.transfer("10.00", "x", account.number())));
    String entity =
        good.replace(
            "<Document", "<!DOCTYPE Document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document");

    assertRefused(StatementFault.Reason.UNKNOWN_FORMAT, "no xml at all " + Debt.serial());
    assertRefused(StatementFault.Reason.NOT_XML, good.substring(0, good.length() - 60));
    assertRefused(StatementFault.Reason.DOCTYPE_FORBIDDEN, entity.replace(">x<", ">&x;<"));
    assertRefused(StatementFault.Reason.SUMS_DIFFER, good.replace(">10.00<", ">10.01<"));
    assertRefused(
        StatementFault.Reason.UNKNOWN_ACCOUNT,
        good.replaceFirst("<IBAN>PL\\d+", "<IBAN>" + Debt.PAYER));
    assertEquals(Optional.empty(), firstPayment(account));
  }

  @Test
  void fiveThousandEntriesInTwoChunksAllArrive() {
    AccountCard account = debt.customer("Zeta" + Debt.serial());
    Transfer[] transfers = new Transfer[5000];
    for (int i = 0; i < transfers.length; i++) {
      transfers[i] = Debt.transfer("1.00", "x", account.number());
    }
    StatementFileRow file = imported(debt.statement("S-" + Debt.serial(), transfers));
    assertEquals(5000, file.matched());
    assertEquals(pln("5000"), balance(account).credit());
  }

  private void assertRefused(StatementFault.Reason reason, String content) {
    StatementFileRow file = imported(content.getBytes(utf8()));
    assertEquals(State.REFUSED, file.state());
    assertEquals(reason, file.reason());
    assertEquals(List.of(reason.name()), reasons(file));
    assertTrue(
        system.call(() -> payments.list(PaymentQuery.ofFile(file.fileId()), 0, 1)).isEmpty());
  }

  private StatementFileRow imported(byte[] content) {
    long fileId = upload(content);
    return Eventually.get(
        "import of " + fileId,
        () ->
            Optional.of(system.call(() -> imports.file(fileId)))
                .filter(file -> file.finishedAt() != null));
  }

  private long upload(byte[] content) {
    String name = "it-" + Debt.serial() + ".xml";
    return system.call(() -> job.upload(name, new ByteArrayInputStream(content)));
  }

  private List<String> reasons(StatementFileRow file) {
    return system
        .call(() -> suspense.list(new SuspenseQuery("payments", null, file.name(), null), 0, 10))
        .stream()
        .map(SuspendedRecord::reason)
        .toList();
  }

  private void open(AccountCard account, String amount) {
    Eventually.get(
        "open item of " + account.number(),
        () ->
            system.call(() -> accounts.balancesOf(account.customerId())).stream()
                .filter(balance -> balance.open().equals(pln(amount)))
                .findFirst());
  }

  private AccountBalance balance(AccountCard account) {
    return system.call(() -> accounts.balance(account.id()));
  }

  private Optional<PaymentRow> firstPayment(AccountCard account) {
    return system
        .call(() -> payments.list(PaymentQuery.ofCustomer(account.customerId()), 0, 1))
        .stream()
        .findFirst();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, utf8());
  }

  private static java.nio.charset.Charset utf8() {
    return StandardCharsets.UTF_8;
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
