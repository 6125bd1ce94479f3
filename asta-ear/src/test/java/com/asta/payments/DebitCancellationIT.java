package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.rules.SequenceType;
import com.asta.payments.service.CollectionRow;
import com.asta.payments.service.DebitBatchRow;
import com.asta.payments.service.DebitCancellationService;
import com.asta.payments.service.DirectDebitService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.PaymentsRefused.Reason;
import com.asta.payments.service.StatusReportRow;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches of direct debits that are taken back. */
@ArquillianTest
class DebitCancellationIT {
  private static final String WHY = "The bank has no file";

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private DebitDesk desk;
  @Inject private BankPapers bank;
  @Inject private DirectDebitService debits;
  @Inject private DebitCancellationService cancellations;
  @Inject private Suspense suspense;
  @Inject private Database database;

  @BeforeEach
  void someoneCollects() {
    desk.begin("12.00");
    database.update("update payments.debit_policy set refund_limit = 200");
  }

  @AfterEach
  void theBookIsRight() {
    desk.collectNothingMore();
    assertEquals(List.of(), desk.faults());
  }

  @Test
  void whatTheBankNeverGotIsCollectedByTheNextBatch() {
    AccountCard anna = desk.debtor("100.00");
    DebitBatchRow batch = desk.batch();
    assertRefused(Reason.REASON_MISSING, () -> cancellations.cancel(batch.id(), " "));
    assertTrue(system.call(() -> cancellations.cancel(batch.id(), WHY)));

    DebitBatchRow cancelled = system.call(() -> debits.batch(batch.id()));
    assertEquals(DebitBatchRow.State.CANCELLED, cancelled.state());
    assertEquals(WHY, cancelled.cancellation().reason());
    assertEquals(0, cancelled.outstanding());
    CollectionRow before = desk.item(batch, anna);
    assertEquals(CollectionState.CANCELLED, before.state());
    assertEquals(1, mails("debit-cancelled-" + before.endToEndId()));
    assertNull(usedOn(anna), "its mandate was never used");
    assertRefused(Reason.BATCH_CANCELLED, () -> cancellations.take(batch.id()));
    assertRefused(Reason.BATCH_CANCELLED, () -> cancellations.cancel(batch.id(), WHY));

    DebitBatchRow again = desk.batch();
    CollectionRow after = desk.item(again, anna);
    assertEquals(1, after.attempt(), "what was cancelled is no attempt");
    assertEquals(SequenceType.FRST, after.sequence());
    assertEquals(2, mails("debit-" + before.endToEndId()) + mails("debit-" + after.endToEndId()));

    StatusReportRow late = report(batch, anna, "ACCP", "");
    assertEquals(List.of("STATUS_TOO_LATE"), reasons(late));
    StatusReportRow refused = report(batch, anna, "RJCT", "AM05");
    assertEquals(List.of(), reasons(refused), "that it does not collect is as wished");
    desk.statement(bank.statement(BankPapers.single("100.00", before.endToEndId())));
    assertEquals(CollectionState.CANCELLED, desk.item(batch, anna).state());
    assertEquals(CollectionState.SUBMITTED, desk.item(again, anna).state());
  }

  @Test
  void aboveTheLimitAnotherPersonDecides() {
    desk.debtor("300.00");
    DebitBatchRow batch = desk.batch();
    assertFalse(system.call(() -> cancellations.cancel(batch.id(), WHY)));
    assertEquals(
        DebitBatchRow.State.SUBMITTED, system.call(() -> debits.batch(batch.id())).state());
    assertRefused(Reason.CANCEL_ASKED, () -> cancellations.cancel(batch.id(), WHY));
    assertRefused(Reason.SAME_CLERK, () -> cancellations.confirm(batch.id()));
    system.run(() -> cancellations.decline(batch.id()));
    assertRefused(Reason.CANCEL_NOT_ASKED, () -> cancellations.confirm(batch.id()));

    assertFalse(system.call(() -> cancellations.cancel(batch.id(), WHY)));
    database.update(
        "update payments.debit_batch set cancel_asked_by = 'somebody else' where id = ?",
        batch.id());
    system.run(() -> cancellations.confirm(batch.id()));
    assertEquals(
        DebitBatchRow.State.CANCELLED, system.call(() -> debits.batch(batch.id())).state());
  }

  @Test
  void whatTheBankRefusedAsAWholeIsCollectedAtOnceAndCountsAsNeverTried() {
    AccountCard anna = desk.debtor("60.00");
    AccountCard bolek = desk.debtor("70.00");
    DebitBatchRow batch = desk.batch();
    report(batch, anna, "RJCT", "AM04");
    assertRefused(Reason.BATCH_WITH_BANK, () -> cancellations.cancel(batch.id(), WHY));
    report(batch, bolek, "RJCT", "AM04");
    assertTrue(desk.item(batch, bolek).retryOn().isAfter(debt.today()));
    assertTrue(system.call(() -> cancellations.cancel(batch.id(), "A wrong creditor")));
    DebitBatchRow again = desk.batch();
    assertEquals(2, again.items());
    assertEquals(1, desk.item(again, bolek).attempt());
  }

  @Test
  void whatTheBankTookInOrCreditedStays() {
    AccountCard anna = desk.debtor("100.00");
    DebitBatchRow batch = desk.batch();
    report(batch, anna, "ACCP", "");
    assertFalse(system.call(() -> cancellations.isPossible(batch.id())));
    assertRefused(Reason.BATCH_WITH_BANK, () -> cancellations.cancel(batch.id(), WHY));
    assertEquals(CollectionState.ACCEPTED, desk.item(batch, anna).state());
    desk.statement(bank.statement(BankPapers.batch("100.00", desk.group(batch))));
    assertRefused(Reason.BATCH_WITH_BANK, () -> cancellations.cancel(batch.id(), WHY));
    assertEquals(Money.of("0", "PLN"), desk.open(anna));
  }

  @Test
  void ofTwoWhoPressAtOnceOneTakesItBack() throws Exception {
    AccountCard anna = desk.debtor("40.00");
    DebitBatchRow batch = desk.batch();
    CountDownLatch ready = new CountDownLatch(1);
    List<Future<String>> pressed = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      pressed.add(
          executor.submit(
              () -> {
                ready.await(10, TimeUnit.SECONDS);
                try {
                  return "" + system.call(() -> cancellations.cancel(batch.id(), WHY));
                } catch (PaymentsRefused refused) {
                  return refused.reason().name();
                }
              }));
    }
    ready.countDown();
    List<String> answers = new ArrayList<>();
    for (Future<String> each : pressed) {
      answers.add(each.get(30, TimeUnit.SECONDS));
    }
    answers.sort(null);
    assertEquals(List.of("BATCH_CANCELLED", "true"), answers);
    assertEquals(1, mails("debit-cancelled-" + desk.item(batch, anna).endToEndId()));
  }

  private StatusReportRow report(
      DebitBatchRow batch, AccountCard account, String status, String reason) {
    return desk.report(
        BankPapers.report(
            "R" + Debt.serial(),
            batch.messageId(),
            (int) batch.items(),
            batch.amount().displayAmount().toPlainString(),
            desk.group(batch),
            BankPapers.status(desk.item(batch, account).endToEndId(), status, reason)));
  }

  private List<String> reasons(StatusReportRow report) {
    return system
        .call(() -> suspense.list(new SuspenseQuery("payments", null, report.name(), null), 0, 9))
        .stream()
        .map(SuspendedRecord::reason)
        .toList();
  }

  private long mails(String key) {
    return database.number("select count(*) from common.mail where unique_key = ?", key);
  }

  private String usedOn(AccountCard account) {
    return database
        .rows(
            "select used_on::text from payments.mandate where account_id = ?",
            row -> row.getString(1),
            account.id())
        .get(0);
  }

  private void assertRefused(Reason reason, Runnable work) {
    PaymentsRefused refused = assertThrows(PaymentsRefused.class, () -> system.run(work));
    assertEquals(reason, refused.reason());
  }
}
