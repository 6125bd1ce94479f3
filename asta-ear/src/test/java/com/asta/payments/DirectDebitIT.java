package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.CommonRefused;
import com.asta.common.service.DataDirectory;
import com.asta.common.service.Database;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.DirectDebitJob;
import com.asta.payments.model.StatementFile.State;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.rules.MandateState;
import com.asta.payments.rules.SequenceType;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.service.CollectionRow;
import com.asta.payments.service.DebitBatchRow;
import com.asta.payments.service.DirectDebitService;
import com.asta.payments.service.MandateService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.StatusReportImport;
import com.asta.payments.service.StatusReportRow;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class DirectDebitIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private Subscribers subscribers;
  @Inject private DebitDesk desk;
  @Inject private BankPapers bank;
  @Inject private DirectDebitJob job;
  @Inject private DirectDebitService debits;
  @Inject private MandateService mandates;
  @Inject private StatusReportImport reports;
  @Inject private Suspense suspense;
  @Inject private Database database;

  @BeforeEach
  void someoneCollects() {
    desk.begin("12.00");
  }

  @AfterEach
  void theBookIsRight() {
    assertEquals(List.of(), desk.faults());
  }

  @Test
  void fromTheMandateToTheRetry() {
    AccountCard anna = desk.debtor("100.00");
    AccountCard bolek = desk.debtor("50.00");
    AccountCard celina = desk.debtor("70.00");
    subscribers.subscribe(anna);

    DebitBatchRow batch = desk.batch();
    String file = desk.file(batch);
    assertEquals(3, batch.items());
    assertTrue(file.contains("<NbOfTxs>3</NbOfTxs><CtrlSum>220.00</CtrlSum>"), file);
    assertTrue(file.contains("<SeqTp>FRST</SeqTp>") && !file.contains("RCUR"), file);
    assertEquals(3, file.split("<IBAN>" + DebitDesk.IBAN, -1).length - 1);
    assertEquals(3, mails(batch), "each is told before");
    assertRefused(PaymentsRefused.Reason.NOTHING_TO_COLLECT, () -> job.start());

    StatusReportRow report =
        desk.report(
            BankPapers.report(
                "R" + Debt.serial(),
                batch.messageId(),
                3,
                "220.00",
                desk.group(batch),
                BankPapers.status(desk.item(batch, anna).endToEndId(), "ACCP", ""),
                BankPapers.status(desk.item(batch, bolek).endToEndId(), "RJCT", "AM04"),
                BankPapers.status(desk.item(batch, celina).endToEndId(), "RJCT", "AC04"),
                BankPapers.status("DDC0000000000000", "ACCP", "")));
    assertEquals(State.DONE, report.state());
    assertEquals(List.of(3, 1), List.of(report.applied(), report.unknown()));
    assertEquals(List.of("UNKNOWN_ORDER"), reasons(report));
    assertState(batch, anna, CollectionState.ACCEPTED, "");
    assertState(batch, bolek, CollectionState.REJECTED, "AM04");
    assertEquals(debt.today().plusDays(3), desk.item(batch, bolek).retryOn());
    assertState(batch, celina, CollectionState.REJECTED, "AC04");
    assertEquals(MandateState.SUSPENDED, mandate(celina));
    assertEquals(MandateState.ACTIVE, mandate(bolek));

    desk.statement(bank.statement(BankPapers.batch("100.00", desk.group(batch))));
    assertState(batch, anna, CollectionState.COLLECTED, "");
    assertEquals(pln("0"), desk.open(anna));
    assertEquals(pln("50"), desk.open(bolek));

    String paid = desk.item(batch, anna).endToEndId();
    desk.statement(bank.statement(BankPapers.back("-100.00", paid, "AM04")));
    assertState(batch, anna, CollectionState.RETURNED, "AM04");
    assertEquals(pln("100"), desk.open(anna));
    assertEquals(pln("0"), desk.credit(anna));
    assertEquals(1, fees(anna), "the policy's fee");

    assertRefused(PaymentsRefused.Reason.NOTHING_TO_COLLECT, () -> job.start());
    database.update(
        "update payments.collection set retry_on = current_date - 2 where batch_id = ?"
            + " and retry_on is not null",
        batch.id());
    DebitBatchRow again = desk.batch();
    assertEquals(2, again.items(), "the suspended mandate is left out");
    assertEquals(SequenceType.RCUR, desk.item(again, anna).sequence());
    assertEquals(2, desk.item(again, anna).attempt());
    assertEquals(SequenceType.FRST, desk.item(again, bolek).sequence(), "never used yet");
  }

  @Test
  void twoOperatorsMakeOneBatch() throws Exception {
    List<AccountCard> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.add(desk.debtor("10.00"));
    }
    CountDownLatch ready = new CountDownLatch(1);
    List<Future<Long>> pressed = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      pressed.add(
          executor.submit(
              () -> {
                ready.await();
                return system.call(() -> job.start());
              }));
    }
    ready.countDown();
    long one = pressed.get(0).get();
    assertEquals(one, pressed.get(1).get());
    DebitBatchRow batch = desk.finished(one);
    assertEquals(5, batch.items());
    system.run(() -> debits.submit(one));
    assertEquals(batch.fileId(), desk.finished(one).fileId(), "no second file");
    assertEquals(
        1,
        database.number(
            "select count(*) from common.import_file where kind = 'direct-debits' and name = ?",
            batch.messageId() + ".xml"));

    desk.statement(
        bank.statement(BankPapers.detailed("50.00", desk.group(batch), desk.items(batch))));
    for (AccountCard each : many) {
      assertState(batch, each, CollectionState.COLLECTED, "");
      assertEquals(pln("0"), desk.open(each));
    }
  }

  @Test
  void moneyWaitsUntilTheBankSaysWhoseItIs() {
    AccountCard anna = desk.debtor("100.00");
    AccountCard bolek = desk.debtor("50.00");
    DebitBatchRow batch = desk.batch();
    desk.statement(bank.statement(BankPapers.batch("100.00", desk.group(batch))));
    assertState(batch, anna, CollectionState.SUBMITTED, "");
    assertEquals(pln("100"), system.call(() -> debits.groups(batch.id())).get(0).unexplained());
    assertEquals(List.of(), desk.faults());

    desk.report(
        BankPapers.report(
            "R" + Debt.serial(),
            batch.messageId(),
            2,
            "150",
            desk.group(batch),
            BankPapers.status(desk.item(batch, bolek).endToEndId(), "RJCT", "MS03")));
    assertState(batch, anna, CollectionState.COLLECTED, "");
    assertState(batch, bolek, CollectionState.REJECTED, "MS03");
    assertEquals(pln("0"), desk.open(anna));
    assertEquals(pln("50"), desk.open(bolek));
  }

  @Test
  void aReturnThatIsReportedFirstIsBookedOnce() {
    AccountCard anna = desk.debtor("100.00");
    DebitBatchRow batch = desk.batch();
    String order = desk.item(batch, anna).endToEndId();
    desk.statement(bank.statement(BankPapers.single("100.00", order)));
    assertState(batch, anna, CollectionState.COLLECTED, "");

    String message = "R" + Debt.serial();
    String rejected = BankPapers.status(order, "RJCT", "MD06");
    String xml =
        BankPapers.report(message, batch.messageId(), 1, "100", desk.group(batch), rejected);
    assertEquals(1, desk.report(xml).applied());
    assertState(batch, anna, CollectionState.RETURNED, "MD06");
    assertEquals(MandateState.SUSPENDED, mandate(anna));
    assertEquals(pln("100"), desk.open(anna));
    assertEquals(List.of(), desk.faults());

    CommonRefused same = assertThrows(CommonRefused.class, () -> desk.report(xml));
    assertEquals(CommonRefused.Reason.DUPLICATE_FILE, same.reason());
    StatusReportRow retold = desk.report(xml.replace("T10:00", "T11:00"));
    assertEquals(StatementFault.Reason.DUPLICATE_REPORT, retold.reason());
    StatusReportRow repeated = desk.report(xml.replace(message, "R" + Debt.serial()));
    assertEquals(List.of(0, 0), List.of(repeated.applied(), repeated.unknown()));

    desk.statement(bank.statement(BankPapers.back("-100.00", order, "MD06")));
    assertFalse(desk.item(batch, anna).reported());
    assertEquals(pln("100"), desk.open(anna), "once");
    assertEquals(pln("0"), desk.credit(anna));
  }

  @Test
  void aCopiedReferenceWithAnotherAmountIsAnOrdinaryTransfer() {
    AccountCard anna = desk.debtor("100.00");
    DebitBatchRow batch = desk.batch();
    String order = desk.item(batch, anna).endToEndId();
    desk.statement(bank.statement(BankPapers.single("99.00", order)));
    assertState(batch, anna, CollectionState.SUBMITTED, "");
    assertEquals(pln("100"), desk.open(anna));
  }

  @Test
  void badReportsChangeNothing() throws Exception {
    AccountCard anna = desk.debtor("100.00");
    DebitBatchRow batch = desk.batch();
    String order = desk.item(batch, anna).endToEndId();
    String good =
        BankPapers.report(
            "R" + Debt.serial(),
            batch.messageId(),
            1,
            "100.00",
            desk.group(batch),
            BankPapers.status(order, "RJCT", "AM04"));
    String bomb =
        "<!DOCTYPE Document [<!ENTITY a '0123456789'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><Document";
    assertFault(StatementFault.Reason.NOT_XML, good.substring(0, good.length() / 2));
    assertFault(
        StatementFault.Reason.DOCTYPE_FORBIDDEN,
        good.replace("<Document", bomb).replace("AM04", "&c;"));
    assertFault(StatementFault.Reason.SUMS_DIFFER, good.replace("100.00", "100.01"));
    assertFault(
        StatementFault.Reason.SUMS_DIFFER, good.replace("<OrgnlNbOfTxs>1<", "<OrgnlNbOfTxs>2<"));
    assertFault(StatementFault.Reason.UNKNOWN_FORMAT, good.replace("CstmrPmtStsRpt", "Other"));
    StatusReportRow foreign =
        desk.report(
            good.replace(
                "</TxInfAndSts>",
                "<OrgnlTxRef><Amt><InstdAmt Ccy=\"EUR\">100.00</InstdAmt></Amt></OrgnlTxRef>"
                    + "</TxInfAndSts>"));
    assertEquals(List.of("AMOUNT_DIFFERS"), reasons(foreign));
    assertState(batch, anna, CollectionState.SUBMITTED, "");

    String name = "dropped-" + Debt.serial() + ".xml";
    Path inbox = Files.createDirectories(DataDirectory.inbox(StatusReportImport.KIND));
    Files.writeString(inbox.resolve(name), good.replace("<MsgId>R", "<MsgId>Q"));
    StatusReportRow dropped =
        Eventually.get(
            "the drop folder",
            () ->
                system.call(() -> reports.list(0, 20)).stream()
                    .filter(each -> each.name().equals(name) && each.finishedAt() != null)
                    .findFirst());
    assertEquals(State.DONE, dropped.state());
    assertState(batch, anna, CollectionState.REJECTED, "AM04");
  }

  @Test
  void whatIsSwitchedOffOrHeldIsNotCollected() {
    AccountCard off = desk.debtor("10.00");
    AccountCard held = desk.debtor("20.00");
    AccountCard draft = desk.debtor("30.00");
    AccountCard ready = desk.debtor("40.00");
    AccountCard disputed = desk.debtor("50.00");
    database.update(
        "insert into payments.dispute (account_id, open_item_id, amount, currency, reason, detail,"
            + " opened_at, opened_by) select account_id, id, 50, 'PLN', 'WRONG_AMOUNT', '', now(), 'it'"
            + " from payments.open_item where account_id = ?",
        disputed.id());
    system.run(() -> mandates.collect(mandateId(off), false));
    system.run(() -> mandates.suspend(mandateId(draft)));
    AccountCard rested = desk.debtor("60.00");
    pause(held, debt.today());
    pause(rested, debt.today().minusDays(1));
    DebitBatchRow batch = desk.batch();
    assertEquals(
        List.of(ready.id(), rested.id()),
        desk.items(batch).stream().map(CollectionRow::accountId).sorted().toList(),
        "a pause whose day has passed holds nothing");
    PaymentsRefused second =
        assertThrows(PaymentsRefused.class, () -> system.call(() -> desk.mandate(ready)));
    assertEquals(PaymentsRefused.Reason.MANDATE_EXISTS, second.reason());
  }

  private void pause(AccountCard account, LocalDate until) {
    database.update(
        "insert into payments.dunning_pause (account_id, until, reason, paused_at, paused_by)"
            + " values (?, ?, 'Reklamacja', now(), 'it')",
        account.id(),
        until);
  }

  @Test
  void aMandateThatNobodyUsedFor36MonthsEnds() {
    AccountCard old = desk.debtor("10.00");
    database.update(
        "update payments.mandate set signed_on = current_date - interval '37 months'"
            + " where account_id = ?",
        old.id());
    assertTrue(system.call(mandates::expire) > 0);
    assertEquals(MandateState.EXPIRED, mandate(old));
    assertRefused(PaymentsRefused.Reason.MANDATE_STATE, () -> mandates.activate(mandateId(old)));
  }

  private void assertFault(StatementFault.Reason reason, String xml) {
    StatusReportRow report = desk.report(xml);
    assertEquals(State.REFUSED, report.state());
    assertEquals(reason, report.reason());
  }

  private void assertRefused(PaymentsRefused.Reason reason, Runnable work) {
    PaymentsRefused refused = assertThrows(PaymentsRefused.class, () -> system.run(work));
    assertEquals(reason, refused.reason());
  }

  private void assertState(
      DebitBatchRow batch, AccountCard account, CollectionState state, String reason) {
    CollectionRow row = desk.item(batch, account);
    assertEquals(state + " " + reason, row.state() + " " + row.reason());
  }

  private List<String> reasons(StatusReportRow report) {
    return system
        .call(() -> suspense.list(new SuspenseQuery("payments", null, report.name(), null), 0, 9))
        .stream()
        .map(SuspendedRecord::reason)
        .toList();
  }

  private long mandateId(AccountCard account) {
    return mandates.ofCustomer(account.customerId()).get(0).id();
  }

  private MandateState mandate(AccountCard account) {
    return system.call(() -> mandates.ofCustomer(account.customerId())).get(0).state();
  }

  private long mails(DebitBatchRow batch) {
    return desk.items(batch).stream()
        .mapToLong(
            each ->
                database.number(
                    "select count(*) from common.mail where unique_key = ?",
                    "debit-" + each.endToEndId()))
        .sum();
  }

  private long fees(AccountCard account) {
    return database.number(
        "select count(*) from billing.manual_charge where code = 'DEBIT_RETURN_FEE'"
            + " and account_id = ?",
        account.id());
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
