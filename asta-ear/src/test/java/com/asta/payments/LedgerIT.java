package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.rules.Candidate;
import com.asta.payments.rules.StatementWriter;
import com.asta.payments.service.AccountBalance;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.LedgerFaultRow;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.ReceiptCard;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class LedgerIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private CashDesk desk;
  @Inject private PaymentService payments;
  @Inject private FinancialAccountService accounts;
  @Inject private StatementImportJob job;
  @Inject private LedgerService ledger;
  @Inject private Database database;
  @Resource private UserTransaction transaction;

  @AfterEach
  void theBooksBalance() {
    assertEquals(0, count("select count(*) from payments.ledger_leg having sum(amount) <> 0"));
    assertEquals(
        0,
        count(
            "select count(*) from (select transaction_id from payments.ledger_leg"
                + " group by account_id, transaction_id having sum(amount) <> 0) wrong"));
    assertEquals(
        0,
        count(
            "select count(*) from payments.financial_account a where"
                + " (select coalesce(sum(amount), 0) from payments.ledger_leg l"
                + " where l.account_id = a.account_id and l.account = 'RECEIVABLE')"
                + " <> (select coalesce(sum(open_amount), 0) from payments.open_item i"
                + " where i.account_id = a.account_id)"),
        "open items are what the ledger says");
    assertEquals(
        0,
        count(
            "select count(*) from payments.payment p where amount - unallocated - returned - refunded <>"
                + " (select coalesce(sum(amount), 0) from payments.allocation l"
                + " where l.kind = 'PAYMENT' and l.account_id = p.account_id and l.payment_id = p.id)"
                + " and p.account_id is not null"),
        "allocations are what payments say");
  }

  @Test
  void aRepeatedInvoiceIsOneDebtAndCreditSettlesIt() {
    AccountCard account = debt.customer("Kredyt" + Debt.serial());
    receive(account, "30.00", UUID.randomUUID().toString());
    String number = debt.invoice(account, "100.00", 7);
    debt.publish(account, number, "100.00", 7);
    open(account, "70.00");
    debt.invoice(account, "5.00", 7);
    open(account, "75.00");
    assertEquals(pln("0"), balance(account).credit());
  }

  @Test
  void aCreditNoteSettlesDebts() {
    AccountCard account = debt.customer("Korekta" + Debt.serial());
    debt.invoice(account, "100.00", 7);
    open(account, "100.00");
    debt.invoice(account, "-40.00", 7);
    open(account, "60.00");
  }

  @Test
  void theSameFormIsOnePaymentAndReceiptsHaveNoGaps() throws Exception {
    AccountCard account = debt.customer("Kasa" + Debt.serial());
    receive(account, "1.00", UUID.randomUUID().toString());
    long before = lastReceipt();
    String key = UUID.randomUUID().toString();
    List<Future<Long>> posted = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      posted.add(executor.submit(() -> receive(account, "10.00", key)));
      String other = UUID.randomUUID().toString();
      posted.add(executor.submit(() -> receive(account, "1.00", other)));
    }
    Set<Long> receipts = new HashSet<>();
    for (Future<Long> each : posted) {
      receipts.add(each.get());
    }
    assertEquals(7, receipts.size());
    assertEquals(pln("17"), balance(account).credit());
    assertEquals(
        LongStream.rangeClosed(before + 1, before + 7).boxed().toList(),
        database.rows(
            "select number from payments.cash_receipt where register = 'K2' and number > ?"
                + " order by number",
            row -> row.getLong(1),
            before));
    PaymentsRefused reused =
        assertThrows(PaymentsRefused.class, () -> receive(account, "11.00", key));
    assertEquals(PaymentsRefused.Reason.KEY_REUSED, reused.reason());
  }

  @Test
  void aMismatchIsUndoneToTheLastCent() {
    String name = "Pomylka" + Debt.serial();
    AccountCard right = debt.customer(name);
    debt.invoice(right, "60.00", 7);
    open(right, "60.00");
    PaymentRow line = unmatched("61.53", "Rodzina Testowy " + name);

    Candidate best = system.call(() -> payments.candidates(line.id(), 5)).get(0);
    assertEquals(right.id(), best.debtor().accountId());
    system.run(() -> payments.assign(line.id(), best.debtor().accountId(), Set.of()));
    assertEquals(
        List.of(pln("0"), pln("1.53")), List.of(balance(right).open(), balance(right).credit()));
    PaymentsRefused second =
        assertThrows(
            PaymentsRefused.class,
            () -> system.run(() -> payments.assign(line.id(), right.id(), Set.of())));
    assertEquals(PaymentsRefused.Reason.ALREADY_ASSIGNED, second.reason());

    system.run(() -> payments.unassign(line.id()));
    assertEquals(
        List.of(pln("60"), pln("0")), List.of(balance(right).open(), balance(right).credit()));
    system.run(() -> payments.assign(line.id(), right.id(), Set.of()));
    assertEquals(pln("-1.53"), balance(right).balance());
  }

  @Test
  void theDatabaseRefusesWhatDoesNotBalance() {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.update(
                "insert into payments.posting values (1, 1, 1, 'BANK', 'BANK', 5, 'PLN')"));
    assertThrows(
        IllegalStateException.class,
        () ->
            database.update(
                "insert into payments.posting values (1, 1, 1, 'BANK', 'SALES', -5, 'PLN')"));
  }

  @Test
  void theDatabaseRefusesWhatRefersToNothing() {
    AccountCard account = debt.customer("Nikt" + Debt.serial());
    debt.oldDebt(account, "10.00", 3);
    for (String refused :
        List.of(
            "insert into payments.posting select account_id, id, 9, 'PETTY', 'SALES', 1, 'PLN'"
                + " from payments.ledger_transaction where account_id = ?",
            "insert into payments.posting values (?, -1, 1, 'BANK', 'SALES', 1, 'PLN')",
            "insert into payments.allocation (account_id, id, payment_id, open_item_id, amount,"
                + " currency, created_at, created_by) values (?, -1, 1, -1, 1, 'PLN', now(), 'it')",
            "insert into payments.payment (id, source, reference, method, account_id, amount,"
                + " unallocated, currency, received_on, value_on, payer_name, payer_account, detail,"
                + " created_at, created_by) values (-1, 'it', 'it', 'CASH', -?, 1, 1, 'PLN',"
                + " current_date, current_date, '', '', '', now(), 'it')",
            "delete from payments.ledger_transaction where account_id = ?",
            "update payments.open_item set id = -1 where account_id = ?",
            "delete from payments.financial_account where account_id = ?")) {
      IllegalStateException failed =
          assertThrows(
              IllegalStateException.class, () -> database.update(refused, account.id()), refused);
      SQLException cause = assertInstanceOf(SQLException.class, failed.getCause(), refused);
      assertEquals("23503", cause.getSQLState(), refused);
    }
  }

  @Test
  void theProofFindsWhatWasTamperedWith() throws Exception {
    AccountCard account = debt.customer("Falszerz" + Debt.serial());
    debt.oldDebt(account, "100.00", 3);
    assertEquals(Set.of(), brokenLaws(account));
    transaction.begin();
    try {
      database.update(
          "update payments.open_item set open_amount = 90 where account_id = ?", account.id());
      assertEquals(Set.of("RECEIVABLE", "ITEM"), brokenLaws(account));
      database.update(
          "insert into payments.ledger_transaction values (?, -1, 'PAYMENT', 'it', current_date, '',"
              + " now(), 'it')",
          account.id());
      assertEquals(Set.of("RECEIVABLE", "ITEM", "POSTED"), brokenLaws(account));
      database.update(
          "insert into payments.posting values (?, -1, 1, 'CUSTOMER_CREDIT', 'RECEIVABLE', 10,"
              + " 'PLN')",
          account.id());
      assertEquals(Set.of("ITEM", "CUSTOMER_CREDIT"), brokenLaws(account));
    } finally {
      transaction.rollback();
    }
    assertEquals(Set.of(), brokenLaws(account));
  }

  @Test
  void theProofFindsWhatIsWrongForTwoAndRightInTotal() throws Exception {
    AccountCard one = debt.customer("Jeden" + Debt.serial());
    AccountCard other = debt.customer("Drugi" + Debt.serial());
    for (AccountCard each : List.of(one, other)) {
      debt.oldDebt(each, "100.00", 3);
      receive(each, "40.00", UUID.randomUUID().toString());
      debt.oldDebt(each, "10.00", 3);
    }
    transaction.begin();
    try {
      for (AccountCard each : List.of(one, other)) {
        assertEquals(Set.of(), brokenLaws(each));
      }
      database.update(
          "update payments.open_item set open_amount = open_amount + case account_id when ?"
              + " then 1 else -1 end where amount = 100 and account_id in (?, ?)",
          one.id(),
          one.id(),
          other.id());
      for (AccountCard each : List.of(one, other)) {
        assertEquals(Set.of("RECEIVABLE", "ITEM"), brokenLaws(each));
      }
      database.update(
          "update payments.payment set unallocated = unallocated + case account_id when ?"
              + " then 1 else 0 end, refunded = case account_id when ? then 0 else 1 end"
              + " where account_id in (?, ?)",
          one.id(),
          one.id(),
          one.id(),
          other.id());
      assertEquals(Set.of("RECEIVABLE", "ITEM", "CUSTOMER_CREDIT", "PAYMENT"), brokenLaws(one));
      assertEquals(Set.of("RECEIVABLE", "ITEM", "PAYMENT"), brokenLaws(other));
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void whatMoneySettlesIsBookedWithItUnlessTheDebtCameLater() {
    AccountCard account = debt.customer("Kolejny" + Debt.serial());
    String old = debt.oldDebt(account, "10.00", 3);
    String next = debt.oldDebt(account, "20.00", -15);
    byte[] xml =
        debt.statement(
            "S-" + Debt.serial(), Debt.transfer("30.00", "Kolejny", "za " + old + " i " + next));
    system.call(() -> job.upload("it-" + Debt.serial() + ".xml", new ByteArrayInputStream(xml)));
    open(account, "0.00");
    debt.oldDebt(account, "1.00", 3);
    debt.oldDebt(account, "2.00", -15);
    receive(account, "3.00", UUID.randomUUID().toString());
    open(account, "0.00");
    assertEquals(
        List.of("ALLOCATION 2", "ALLOCATION 20", "PAYMENT 1+3", "PAYMENT 10+30"),
        database.rows(
            "select kind || ' ' || string_agg(trim_scale(amount)::text, '+' order by amount)"
                + " as line from payments.ledger_transaction t join payments.posting p"
                + " on p.account_id = t.account_id and p.transaction_id = t.id"
                + " where t.account_id = ? and kind in ('PAYMENT', 'ALLOCATION')"
                + " group by t.id, kind order by 1",
            row -> row.getString("line"),
            account.id()));
  }

  private Set<String> brokenLaws(AccountCard account) {
    long check = system.call(ledger::check);
    return system.call(() -> ledger.faults(check)).stream()
        .filter(each -> Objects.equals(each.accountId(), account.id()))
        .map(LedgerFaultRow::law)
        .collect(Collectors.toSet());
  }

  @Test
  void aStrangerIsRefused() {
    assertThrows(EJBAccessException.class, () -> payments.countUnmatched());
    assertThrows(EJBAccessException.class, () -> accounts.myBalances());
  }

  private PaymentRow unmatched(String amount, String payer) {
    byte[] xml =
        debt.statement(
            "S-" + Debt.serial(),
            new StatementWriter.Transfer(
                "T-" + Debt.serial(), pln(amount), payer, "PAYER" + Debt.serial(), "przelew"));
    long file =
        system.call(
            () -> job.upload("it-" + Debt.serial() + ".xml", new ByteArrayInputStream(xml)));
    return Eventually.get(
        "payment of file " + file,
        () ->
            system.call(() -> payments.list(PaymentQuery.ofFile(file), 0, 1)).stream().findFirst());
  }

  private long receive(AccountCard account, String amount, String key) {
    return debt.cash(account, amount, key);
  }

  private long lastReceipt() {
    return system.call(() -> desk.list("K2", 0, 1)).stream()
        .map(ReceiptCard::number)
        .map(number -> Long.valueOf(number.substring(number.lastIndexOf('/') + 1)))
        .findFirst()
        .orElse(0L);
  }

  private void open(AccountCard account, String amount) {
    Eventually.get(
        "open " + amount,
        () ->
            system.call(() -> accounts.balancesOf(account.customerId())).stream()
                .filter(balance -> balance.open().equals(pln(amount)))
                .findFirst());
  }

  private AccountBalance balance(AccountCard account) {
    return system.call(() -> accounts.balance(account.id()));
  }

  private long count(String sql) {
    return database.number(sql);
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
