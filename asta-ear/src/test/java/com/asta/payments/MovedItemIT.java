package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.Money;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.model.StatementFile.State;
import com.asta.payments.service.AccountBalance;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * An import sets its items where it read them. A row that stands elsewhere by then is settled all
 * the same, and those beside it once.
 */
@ArquillianTest
class MovedItemIT {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private FinancialAccountService accounts;

  @Test
  void anItemWhoseRowMovesMeanwhileIsSettled() throws SQLException {
    AccountCard moving = owing("Moving", "123.00");
    AccountCard staying = owing("Staying", "50.00");
    String name = "payments.move_items_" + moving.id();
    execute(
        "create function %1$s() returns trigger language plpgsql as $$ begin"
            + " update payments.open_item set due_on = due_on where account_id = new.account_id;"
            + " return null; end $$",
        name);
    execute(
        "create trigger moves after insert on payments.entry for each row"
            + " when (new.account_id = %2$s) execute function %1$s()",
        name, moving.id());
    try {
      StatementFileRow file =
          imported(
              debt.statement(
                  "S-" + Debt.serial(),
                  Debt.transfer("100.00", "x", moving.number()),
                  Debt.transfer("30.00", "y", staying.number())));

      assertEquals(State.DONE, file.state());
      assertEquals(2, file.matched());
      assertEquals(Money.of("23", "PLN"), balance(moving).open());
      assertEquals(Money.of("20", "PLN"), balance(staying).open());
    } finally {
      execute("drop trigger moves on payments.entry");
      execute("drop function %1$s()", name);
    }
  }

  private AccountCard owing(String name, String amount) {
    AccountCard account = debt.customer(name + Debt.serial());
    debt.invoice(account, amount, 7);
    return Eventually.get(
        "open item of " + account.number(),
        () ->
            Optional.of(account)
                .filter(
                    each ->
                        system.call(() -> accounts.balancesOf(each.customerId())).stream()
                            .anyMatch(of -> of.open().equals(Money.of(amount, "PLN")))));
  }

  private StatementFileRow imported(byte[] content) {
    String name = "it-" + Debt.serial() + ".xml";
    long fileId = system.call(() -> job.upload(name, new ByteArrayInputStream(content)));
    return Eventually.get(
        "import of " + fileId,
        () ->
            Optional.of(system.call(() -> imports.file(fileId)))
                .filter(file -> file.finishedAt() != null));
  }

  private AccountBalance balance(AccountCard account) {
    return system.call(() -> accounts.balance(account.id()));
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(values));
    }
  }
}
