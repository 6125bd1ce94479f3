package com.asta.payments;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.ImportFile;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.DirectDebitJob;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.batch.StatusImportJob;
import com.asta.payments.rules.MandateScheme;
import com.asta.payments.service.CollectionRow;
import com.asta.payments.service.DebitBatchRow;
import com.asta.payments.service.DebitCancellationService;
import com.asta.payments.service.DebitSettingsService;
import com.asta.payments.service.DirectDebitService;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.MandateService;
import com.asta.payments.service.NewMandate;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import com.asta.payments.service.StatusReportImport;
import com.asta.payments.service.StatusReportRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Runs direct debits from the mandate to the bank's answers, and waits for each step. */
@ApplicationScoped
class DebitDesk {
  static final String IBAN = "PL27114020040000300201355387";

  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private DebitSettingsService settings;
  @Inject private MandateService mandates;
  @Inject private DirectDebitService debits;
  @Inject private DebitCancellationService cancellations;
  @Inject private DirectDebitJob job;
  @Inject private StatementImportJob statementJob;
  @Inject private StatementImport statements;
  @Inject private StatusImportJob reportJob;
  @Inject private StatusReportImport reports;
  @Inject private FinancialAccountService accounts;
  @Inject private LedgerService ledger;
  @Inject private Database database;

  /** Says who collects and on what terms; nothing that other tests left is collected. */
  void begin(String fee) {
    collectNothingMore();
    system.run(
        () -> {
          settings.creditor("DE98ZZZ09999999999", "");
          settings.collecting(5, 1, "3 7", new BigDecimal(fee));
        });
  }

  /** What there is would be collected by the next test's batch. */
  void collectNothingMore() {
    database.update("update payments.mandate set collecting = false where collecting");
  }

  long mandate(AccountCard account) {
    return system.call(
        () -> {
          long id =
              mandates.enter(
                  new NewMandate(
                      account.id(),
                      "",
                      MandateScheme.DOMESTIC,
                      false,
                      "Łucja " + account.number(),
                      IBAN,
                      debt.today()));
          mandates.activate(id);
          return id;
        });
  }

  /** An account with a debt that is due soon and a mandate for it. */
  AccountCard debtor(String amount) {
    AccountCard account = debt.customer("Debet" + Debt.serial());
    debt.invoice(account, amount, 3);
    awaitDebt(account, amount);
    mandate(account);
    return account;
  }

  void awaitDebt(AccountCard account, String amount) {
    Eventually.get(
        "debt of " + account.number(),
        () ->
            system.call(() -> accounts.balancesOf(account.customerId())).stream()
                .filter(each -> each.open().equals(Money.of(amount, "PLN")))
                .findFirst());
  }

  DebitBatchRow batch() {
    return finished(system.call(() -> job.start()));
  }

  DebitBatchRow finished(long id) {
    return Eventually.get(
        "batch " + id,
        () ->
            Optional.of(system.call(() -> debits.batch(id)))
                .filter(each -> each.state() != DebitBatchRow.State.GATHERING));
  }

  String file(DebitBatchRow batch) {
    ImportFile file = system.call(() -> cancellations.take(batch.id()));
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The collections of a batch, the first chosen first. */
  List<CollectionRow> items(DebitBatchRow batch) {
    List<CollectionRow> items =
        system.call(() -> debits.items(batch.id(), null, 0, 1_000)).stream().toList();
    return items.stream().sorted((one, other) -> Long.compare(one.id(), other.id())).toList();
  }

  CollectionRow item(DebitBatchRow batch, AccountCard account) {
    return items(batch).stream()
        .filter(each -> each.accountId() == account.id())
        .findFirst()
        .orElseThrow();
  }

  String group(DebitBatchRow batch) {
    return system.call(() -> debits.groups(batch.id())).get(0).reference();
  }

  StatementFileRow statement(byte[] content) {
    long id = system.call(() -> statementJob.upload(name(), new ByteArrayInputStream(content)));
    return Eventually.get(
        "import of " + id,
        () ->
            Optional.of(system.call(() -> statements.file(id)))
                .filter(file -> file.finishedAt() != null));
  }

  StatusReportRow report(String xml) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    return reported(system.call(() -> reportJob.upload(name(), new ByteArrayInputStream(bytes))));
  }

  StatusReportRow reported(long id) {
    return Eventually.get(
        "report " + id,
        () ->
            Optional.of(system.call(() -> reports.report(id)))
                .filter(report -> report.finishedAt() != null));
  }

  Money open(AccountCard account) {
    return system.call(() -> accounts.balance(account.id())).open();
  }

  Money credit(AccountCard account) {
    return system.call(() -> accounts.balance(account.id())).credit();
  }

  /** What the proof of the book finds wrong. */
  List<?> faults() {
    long check = system.call(ledger::check);
    return system.call(() -> ledger.faults(check));
  }

  private static String name() {
    return "it-" + Debt.serial() + ".xml";
  }
}
