package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.model.StatementFile.State;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.service.DebitBatchRow;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that are imported at once and pay the same accounts in opposite orders. */
@ArquillianTest
class StatementLocksIT {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private DebitDesk desk;
  @Inject private BankPapers bank;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private Database database;

  /** Bags of cash on their way would let one file wait for the other, whatever it locks later. */
  @BeforeEach
  void noBagWaits() {
    database.update(
        "update payments.cash_deposit set credited = amount, bank_entry_id = -id"
            + " where bank_entry_id is null");
  }

  @AfterEach
  void theBookIsRight() {
    database.update(
        "update payments.cash_deposit set credited = null, bank_entry_id = null"
            + " where bank_entry_id < 0");
    assertEquals(List.of(), desk.faults());
  }

  /** Each file collects from the accounts that the other brings transfers for. */
  @Test
  void directDebitsAndTransfersOfTwoFilesNeverWaitForEachOther() throws SQLException {
    desk.begin("0.00");
    List<AccountCard> some = debtors();
    DebitBatchRow first = desk.batch();
    List<AccountCard> others = debtors();
    DebitBatchRow second = desk.batch();
    byte[] one = bank.statement(lines(first, some, others));
    byte[] other = bank.statement(lines(second, others, some));

    List<Long> files = new ArrayList<>();
    try (Connection someone = source.getConnection()) {
      someone.setAutoCommit(false);
      lock(someone, some.get(1));
      lock(someone, others.get(1));
      files.add(upload(one));
      files.add(upload(other));
      Eventually.get(
          "both imports to wait for an account",
          () -> Optional.of(waiting()).filter(count -> count >= 2));
      someone.rollback();
    }

    for (long file : files) {
      assertEquals(State.DONE, finished(file).state());
    }
    for (AccountCard each : Stream.concat(some.stream(), others.stream()).toList()) {
      assertEquals(Money.of("0", "PLN"), desk.open(each));
      assertEquals(Money.of("7", "PLN"), desk.credit(each));
    }
    some.forEach(each -> assertEquals(CollectionState.COLLECTED, desk.item(first, each).state()));
    others.forEach(
        each -> assertEquals(CollectionState.COLLECTED, desk.item(second, each).state()));
  }

  private List<AccountCard> debtors() {
    List<AccountCard> debtors = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      debtors.add(desk.debtor("20.00"));
    }
    return debtors;
  }

  private BankPapers.Line[] lines(
      DebitBatchRow batch, List<AccountCard> collected, List<AccountCard> paying) {
    return Stream.concat(
            collected.stream()
                .map(each -> BankPapers.single("20.00", desk.item(batch, each).endToEndId())),
            paying.stream()
                .map(
                    each ->
                        new BankPapers.Line(
                            "7.00",
                            "<TxDtls><RmtInf><Ustrd>konto "
                                + each.number()
                                + "</Ustrd></RmtInf></TxDtls>")))
        .toArray(BankPapers.Line[]::new);
  }

  private static void lock(Connection connection, AccountCard account) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select 1 from payments.financial_account where account_id = ? for update")) {
      select.setLong(1, account.id());
      select.execute();
    }
  }

  private long waiting() {
    return database.number(
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock'");
  }

  private long upload(byte[] content) {
    String name = "locks-" + Debt.serial() + ".xml";
    return system.call(() -> job.upload(name, new ByteArrayInputStream(content)));
  }

  private StatementFileRow finished(long file) {
    return Eventually.get(
        "import of " + file,
        () ->
            Optional.of(system.call(() -> imports.file(file)))
                .filter(each -> each.finishedAt() != null));
  }
}
