package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.RefundReason;
import com.asta.payments.rules.RefundState;
import com.asta.payments.service.NewRefund;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.RefundBatchRow;
import com.asta.payments.service.RefundRow;
import com.asta.payments.service.RefundService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class RefundIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private DebitDesk desk;
  @Inject private BankPapers bank;
  @Inject private RefundService refunds;
  @Inject private Database database;

  @BeforeEach
  void someonePays() {
    desk.begin("0");
  }

  @AfterEach
  void theBookIsRight() {
    assertEquals(List.of(), desk.faults());
  }

  @Test
  void creditGoesBackAndTheStatementSaysSo() throws IOException {
    AccountCard account = withCredit("150.00");
    long id = ask(account, "120.00");
    assertEquals(RefundState.APPROVED, state(id));
    assertEquals(pln("30"), desk.credit(account));
    assertRefused(PaymentsRefused.Reason.REFUND_TOO_LARGE, () -> ask(account, "30.01"));

    RefundBatchRow batch = written(id);
    String file =
        Files.readString(system.call(() -> refunds.file(batch.id())).orElseThrow().path());
    assertTrue(file.contains(reference(id)), file);
    assertTrue(file.contains("<InstdAmt Ccy=\"PLN\">120.00</InstdAmt>"), file);
    assertRefused(PaymentsRefused.Reason.REFUND_STATE, () -> refunds.decline(id));

    desk.statement(bank.statement(BankPapers.single("-120.00", reference(id))));
    assertEquals(RefundState.PAID, state(id));
    assertEquals(0, outgoing(id), "set aside and gone");

    desk.statement(bank.statement(BankPapers.back("120.00", reference(id), "AC04")));
    assertEquals(RefundState.REJECTED, state(id));
    assertEquals("AC04", system.call(() -> refunds.refund(id)).bankReason());
    assertEquals(pln("150"), desk.credit(account));
  }

  @Test
  void aRefundThatTheBankRejectsIsCreditAgain() {
    AccountCard account = withCredit("80.00");
    long id = ask(account, "80.00");
    RefundBatchRow batch = written(id);
    String xml =
        BankPapers.report(
            "R" + Debt.serial(),
            batch.messageId(),
            batch.items(),
            batch.amount().amount().toPlainString(),
            batch.messageId(),
            BankPapers.status(reference(id), "RJCT", "AC01"));
    assertEquals(1, desk.report(xml).applied());
    assertEquals(RefundState.REJECTED, state(id));
    assertEquals(pln("80"), desk.credit(account));
    long again = ask(account, "80.00");
    system.run(() -> refunds.decline(again));
    assertEquals(pln("80"), desk.credit(account));
  }

  @Test
  void aLargeRefundNeedsAnotherPerson() {
    AccountCard account = withCredit("1000.00");
    long small = ask(account, "150.00");
    assertEquals(RefundState.APPROVED, state(small));
    long large = ask(account, "60.00");
    assertEquals(RefundState.REQUESTED, state(large), "the day's sum counts");
    assertEquals(pln("850"), desk.credit(account));
    assertRefused(PaymentsRefused.Reason.REFUND_TOO_LARGE, () -> ask(account, "790.01"));
    assertRefused(PaymentsRefused.Reason.REFUND_OWN_REQUEST, () -> refunds.approve(large));
    database.update("update payments.refund set requested_by = 'celina' where id = ?", large);
    system.run(() -> refunds.approve(large));
    assertEquals(RefundState.APPROVED, state(large));
    assertEquals(pln("790"), desk.credit(account));
  }

  @Test
  void twoClerksCannotPayOutTheSameCredit() throws Exception {
    AccountCard account = withCredit("100.00");
    CountDownLatch ready = new CountDownLatch(1);
    List<Future<Long>> clerks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      clerks.add(
          executor.submit(
              () -> {
                ready.await();
                return ask(account, "80.00");
              }));
    }
    ready.countDown();
    int paid = 0;
    for (Future<Long> each : clerks) {
      try {
        each.get();
        paid++;
      } catch (ExecutionException refused) {
        assertEquals(
            PaymentsRefused.Reason.REFUND_TOO_LARGE,
            ((PaymentsRefused) refused.getCause()).reason());
      }
    }
    assertEquals(1, paid);
    assertEquals(pln("20"), desk.credit(account));
  }

  @Test
  void theSameFormIsOneRefund() {
    AccountCard account = withCredit("100.00");
    String key = UUID.randomUUID().toString();
    long id = ask(key, account, "10.00", DebitDesk.IBAN);
    assertEquals(id, ask(key, account, "10.00", DebitDesk.IBAN));
    assertRefused(
        PaymentsRefused.Reason.KEY_REUSED, () -> ask(key, account, "11.00", DebitDesk.IBAN));
    assertRefused(
        PaymentsRefused.Reason.NOT_AN_IBAN,
        () -> ask("k" + Debt.serial(), account, "1.00", "PL00114020040000300201355387"));
    assertEquals(pln("90"), desk.credit(account));
  }

  private RefundBatchRow written(long id) {
    system.call(() -> refunds.submit());
    RefundRow row = system.call(() -> refunds.refund(id));
    assertEquals(RefundState.SUBMITTED, row.state());
    return system.call(() -> refunds.batches(0, 5)).stream()
        .filter(each -> each.id() == row.batchId())
        .findFirst()
        .orElseThrow();
  }

  private long ask(AccountCard account, String amount) {
    return ask(UUID.randomUUID().toString(), account, amount, DebitDesk.IBAN);
  }

  private long ask(String key, AccountCard account, String amount, String iban) {
    return system.call(
        () ->
            refunds.request(
                new NewRefund(
                    key,
                    account.id(),
                    null,
                    pln(amount),
                    RefundReason.OVERPAYMENT,
                    "",
                    "Łucja Nadpłata",
                    iban)));
  }

  private AccountCard withCredit(String amount) {
    AccountCard account = debt.customer("Zwrot" + Debt.serial());
    system.call(() -> debt.cash(account, amount, UUID.randomUUID().toString()));
    return account;
  }

  private RefundState state(long id) {
    return system.call(() -> refunds.refund(id)).state();
  }

  private long outgoing(long id) {
    return database.number(
        "select coalesce(sum(l.amount), 0)::bigint from payments.ledger_leg l"
            + " where l.account = 'OUTGOING' and (l.kind = 'REFUND' and l.source = ?"
            + " or l.kind = 'OUTGOING' and l.source = (select 'entry/' || bank_entry_id"
            + " from payments.refund where id = ?))",
        "refund/" + id,
        id);
  }

  private void assertRefused(PaymentsRefused.Reason reason, Runnable work) {
    PaymentsRefused refused = assertThrows(PaymentsRefused.class, () -> system.run(work));
    assertEquals(reason, refused.reason());
  }

  private static String reference(long id) {
    return new OwnReference(OwnReference.Kind.RFC, id).text();
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
