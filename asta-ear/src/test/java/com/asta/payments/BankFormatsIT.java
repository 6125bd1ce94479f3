package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.model.StatementFile.State;
import com.asta.payments.rules.CsvMapping;
import com.asta.payments.rules.MatchPolicy;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.PaymentSettingsService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.ReceivableService;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class BankFormatsIT {
  private static final String PREFIX = "109010147777";

  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private PaymentService payments;
  @Inject private PaymentSettingsService settings;
  @Inject private FinancialAccountService accounts;
  @Inject private ReceivableService receivables;
  @Inject private LedgerService ledger;
  @Inject private OperatorProfile operators;

  @Test
  void anEntryToldInThreeFormatsIsOnePaymentAndItsReturnUndoesIt() {
    AccountCard account = debt.customer("Wirtualna" + Debt.serial());
    debt.oldDebt(account, "77.31", 3);
    String virtual = virtual(account);
    long payer = 10_000_000 + Debt.serial() % 80_000_000;
    StatementFileRow elixir = imported(elixir("7731", virtual, payer), "windows-1250");
    StatementFileRow swift =
        imported(swift("C77,31", "NONREF", "Wplata", payer, "0,", "C", "77,31"), "ISO-8859-2");

    assertEquals(List.of(State.DONE, 1L), List.of(elixir.state(), elixir.matched()));
    assertEquals(
        List.of(State.DONE, 0L, 0L), List.of(swift.state(), swift.matched(), swift.unmatched()));
    assertEquals(pln("0"), balance(account));

    StatementFileRow back =
        imported(swift("RC77,31", "NONREF", "Zwrot", payer, "100,", "C", "22,69"), "UTF-8");
    assertEquals(State.DONE, back.state());
    assertTrue(imports(back).get(0).paymentId() != null, "linked");
    assertEquals(pln("77.31"), balance(account));
    proved();
  }

  @Test
  void aSmallDifferenceIsWrittenOffAndComesBackWithItsPayment() {
    AccountCard account = debt.customer("Grosz" + Debt.serial());
    debt.oldDebt(account, "50.00", 3);
    String virtual = virtual(account);
    system.run(() -> settings.matchBy(MatchPolicy.USUAL.order(), new BigDecimal("0.10")));
    try {
      long payer = 10_000_000 + Debt.serial() % 80_000_000;
      StatementFileRow file = imported(elixir("4995", virtual, payer), "UTF-8");
      assertEquals(pln("0"), balance(account));
      long payment =
          system.call(() -> payments.list(PaymentQuery.ofFile(file.fileId()), 0, 1)).get(0).id();
      system.run(() -> payments.unassign(payment));
      assertEquals(pln("50"), balance(account));
      system.run(() -> payments.assign(payment, account.id(), Set.of()));
      assertEquals(pln("0"), balance(account));
    } finally {
      system.run(() -> settings.matchBy(MatchPolicy.USUAL.order(), BigDecimal.ZERO));
    }
    proved();
  }

  @Test
  void aTableIsImportedOnceItsColumnsAreNamed() {
    AccountCard account = debt.customer("Tabela" + Debt.serial());
    String header = "Data" + Debt.serial() + ";Kwota;Tytuł";
    StatementFileRow file =
        imported(header + "\n" + debt.today() + ";12,50;" + account.number() + "\n", "UTF-8");
    assertEquals(StatementFault.Reason.NO_MAPPING, file.reason());

    CsvMapping guess = CsvMapping.guess(header);
    CsvMapping mapping =
        new CsvMapping(header, guess.header(), ";", "yyyy-MM-dd", true, 1, 2, 0, 0, 0, 0, 3, 0, 0);
    system.run(() -> settings.map(mapping));
    system.run(() -> job.retry(file.fileId()));
    assertEquals(1, finished(file.fileId()).matched());
    assertEquals(pln("-12.50"), balance(account));
    proved();
  }

  @Test
  void aClosedMonthRefusesPostingsUntilItIsOpenedAgain() {
    LocalDate month = LocalDate.of(2019, 3, 1);
    AccountCard account = debt.customer("Okres" + Debt.serial());
    bring(account, month.plusDays(4));
    system.run(() -> ledger.close(month));
    try {
      PaymentsRefused refused =
          assertThrows(PaymentsRefused.class, () -> bring(account, month.plusDays(5)));
      assertEquals(PaymentsRefused.Reason.PERIOD_CLOSED, refused.reason());
      proved();
    } finally {
      system.run(() -> ledger.reopen(month, "test"));
    }
    bring(account, month.plusDays(5));
    StringWriter csv = new StringWriter();
    system.run(() -> ledger.export(month, csv));
    assertEquals(5, csv.toString().lines().filter(line -> !line.isBlank()).count(), csv.toString());
  }

  private void bring(AccountCard account, LocalDate day) {
    system.run(
        () -> receivables.broughtForward(account.id(), "BO" + Debt.serial(), day, day, pln("5")));
  }

  private void proved() {
    long check = system.call(ledger::check);
    assertEquals(List.of(), system.call(() -> ledger.faults(check)));
  }

  private String virtual(AccountCard account) {
    system.run(() -> settings.accounts(List.of(), PREFIX));
    return system.call(() -> settings.virtualAccount(account.id()).orElseThrow().value());
  }

  private String elixir(String grosz, String virtual, long payer) {
    return "110,%s,%s,10901014,0,\"%s\",\"%s\",\"Żaneta Łoś|\",\"Operator|\",\"0\",10901014,\"opłata\",\"\",\"\",\"51\",\"\"\n"
        .formatted(
            debt.today().format(DateTimeFormatter.BASIC_ISO_DATE),
            grosz,
            "00" + "10901014" + String.format("%016d", payer),
            virtual.substring(2));
  }

  private String swift(
      String entry,
      String reference,
      String text,
      long payer,
      String opening,
      String mark,
      String closing) {
    String day = debt.today().format(DateTimeFormatter.ofPattern("yyMMdd"));
    return """
        :20:X
        :25:%s
        :28C:%d
        :60F:C%sPLN%s
        :61:%s%s%sNTRF%s
        :86:020?20%s?31%s
        :62F:%s%sPLN%s
        -
        """
        .formatted(
            operators.operator().iban(),
            Debt.serial() % 100_000,
            day,
            opening,
            day,
            day.substring(2),
            entry,
            reference,
            text,
            "00" + "10901014" + String.format("%016d", payer),
            mark,
            day,
            closing);
  }

  private List<com.asta.payments.service.BankEntryRow> imports(StatementFileRow file) {
    return system.call(() -> imports.besidesPayments(file.fileId(), 10));
  }

  private StatementFileRow imported(String content, String charset) {
    String name = "it-" + Debt.serial();
    byte[] bytes = content.getBytes(Charset.forName(charset));
    return finished(system.call(() -> job.upload(name, new ByteArrayInputStream(bytes))));
  }

  private StatementFileRow finished(long fileId) {
    return Eventually.get(
        "import of " + fileId,
        () ->
            Optional.of(system.call(() -> imports.file(fileId)))
                .filter(file -> file.finishedAt() != null));
  }

  private Money balance(AccountCard account) {
    return system.call(() -> accounts.balance(account.id())).balance();
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
