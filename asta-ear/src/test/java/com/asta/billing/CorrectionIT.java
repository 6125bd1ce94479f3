package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.rules.LineChange;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.CorrectionRow;
import com.asta.billing.service.CorrectionService;
import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.NewCorrection;
import com.asta.common.Money;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A clerk corrects issued invoices; payments hears of it. */
@ArquillianTest
class CorrectionIT {
  private static final long PATIENCE_MILLIS = 20_000;

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillRunService runs;
  @Inject private InvoiceService invoices;
  @Inject private CorrectionService corrections;
  @Inject private Database database;
  @Resource private ManagedExecutorService executor;

  @Test
  void aCreditNoteTakesBackWhatIsWrongAndTheCustomerOwesLess() throws InterruptedException {
    InvoiceDocument invoice = issued();
    long account = invoice.head().accountId();
    await("open item", () -> open(account).equals(invoice.head().gross()));

    Money right = Money.of("50.00", "PLN");
    LineChange change = new LineChange(lineOf(invoice, "100"), right, null);
    CorrectionRow done = correct(wish(invoice, List.of(change)));

    assertTrue(done.creditNoteNumber().startsWith("FK/"), done.creditNoteNumber());
    assertEquals(Money.of("-61.50", "PLN"), done.gross());
    InvoiceDocument note = system.call(() -> invoices.document(done.creditNoteId()));
    assertEquals(invoice.head().number(), note.corrected().number());
    assertEquals(invoice.buyer(), note.buyer());
    assertEquals(right, note.lines().get(0).after());
    assertTrue(system.call(() -> invoices.pdf(note.head().id())).length > 10_000);
    await("less owed", () -> open(account).equals(invoice.head().gross().plus(done.gross())));
    assertEquals(
        1L,
        database.number(
            "select count(*) from payments.payment where source = 'credit-note' and reference = ?",
            done.creditNoteNumber()));

    CorrectionRow rest = correct(wish(invoice, null));
    assertEquals(Money.zero("PLN"), invoice.head().gross().plus(done.gross()).plus(rest.gross()));
    await("nothing owed", () -> open(account).isZero());
    assertRefused("NOTHING_TO_CORRECT", () -> correct(wish(invoice, null)));
    assertRefused(
        "NOT_CORRECTABLE", () -> system.call(() -> corrections.correctable(note.head().id())));
    assertEquals(2, system.call(() -> corrections.ofInvoice(invoice.head().id())).size());
  }

  @Test
  void aDraftIsNotCorrected() {
    FibreTown.Street street = town.settle(1);
    long run = town.trial(street.cycleEnd());
    long draft = system.call(() -> runs.bills(run, null, 0, 1)).get(0).id();
    assertRefused("NOT_ISSUED", () -> system.call(() -> corrections.correctable(draft)));
  }

  @Test
  void twoClerksAtOnceIssueOneCreditNote() throws Exception {
    InvoiceDocument invoice = issued();
    NewCorrection one = wish(invoice, null);
    NewCorrection other = wish(invoice, null);
    List<Future<Boolean>> clerks =
        List.of(
            executor.submit(attempt(one)),
            executor.submit(attempt(other)),
            executor.submit(attempt(one)));
    int done = 0;
    for (Future<Boolean> clerk : clerks) {
      done += clerk.get() ? 1 : 0;
    }
    assertTrue(done == 1 || done == 2, "the same wish twice is one wish: " + done);
    assertEquals(
        1L,
        database.number(
            "select count(*) from billing.invoice where corrects_id = ?", invoice.head().id()));
  }

  @Test
  void aboveTheLimitASecondPersonDecides() {
    InvoiceDocument invoice = issued();
    long id;
    database.update("update billing.policy set correction_limit = 10");
    try {
      id = correct(wish(invoice, null)).id();
    } finally {
      database.update("update billing.policy set correction_limit = null");
    }
    assertRefused("PROPOSAL_WAITING", () -> correct(wish(invoice, null)));
    assertRefused("SAME_CLERK", () -> system.call(() -> corrections.approve(id)));
    database.update("update billing.correction set entered_by = 'somebody' where id = ?", id);
    CorrectionRow approved = system.call(() -> corrections.approve(id));
    assertEquals(invoice.head().gross().negated(), approved.gross());
    assertRefused("CORRECTION_DECIDED", () -> system.run(() -> corrections.reject(id)));
  }

  private InvoiceDocument issued() {
    FibreTown.Street street = town.settle(1);
    long run = town.trial(street.cycleEnd());
    town.approve(run);
    return system.call(() -> invoices.document(runs.bills(run, null, 0, 1).get(0).id()));
  }

  private NewCorrection wish(InvoiceDocument invoice, List<LineChange> changes) {
    Money left = system.call(() -> corrections.correctable(invoice.head().id()).left());
    return new NewCorrection(
        UUID.randomUUID().toString(),
        invoice.head().id(),
        left,
        CorrectionReason.SERVICE_FAILURE,
        "Awaria",
        changes);
  }

  private CorrectionRow correct(NewCorrection wish) {
    return system.call(() -> corrections.correct(wish));
  }

  private Callable<Boolean> attempt(NewCorrection wish) {
    return () -> {
      try {
        correct(wish);
        return true;
      } catch (Refusal refused) {
        return false;
      }
    };
  }

  private static int lineOf(InvoiceDocument invoice, String net) {
    return invoice.lines().stream()
        .filter(line -> line.net().equals(Money.of(net, "PLN")))
        .findFirst()
        .orElseThrow()
        .line();
  }

  private Money open(long account) {
    return database
        .first(
            "select coalesce(sum(open_amount), -1) from payments.open_item where account_id = ?",
            row -> Money.of(row.getBigDecimal(1), "PLN"),
            account)
        .orElseThrow();
  }

  private static void await(String what, Callable<Boolean> condition) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    try {
      while (!condition.call()) {
        assertTrue(System.currentTimeMillis() < deadline, what);
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertRefused(String reason, Executable call) {
    Refusal refusal = assertThrows(Refusal.class, call);
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
