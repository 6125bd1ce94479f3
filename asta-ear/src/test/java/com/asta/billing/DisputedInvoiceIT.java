package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.service.BillRunService;
import com.asta.billing.service.CorrectionRow;
import com.asta.billing.service.CorrectionService;
import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceService;
import com.asta.common.Money;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DisputeReason;
import com.asta.payments.service.DisputeRow;
import com.asta.payments.service.DisputeService;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.OpenItemRow;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A customer disputes an invoice; upheld, billing gives the credit note, once. */
@ArquillianTest
class DisputedInvoiceIT {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillRunService runs;
  @Inject private InvoiceService invoices;
  @Inject private CorrectionService corrections;
  @Inject private DisputeService disputes;
  @Inject private FinancialAccountService accounts;
  @Inject private Database database;

  @Test
  void anUpheldPartBecomesACreditNote() throws InterruptedException {
    FibreTown.Street street = town.settle(1);
    long run = town.trial(street.cycleEnd());
    town.approve(run);
    InvoiceDocument invoice =
        system.call(() -> invoices.document(runs.bills(run, null, 0, 1).get(0).id()));
    long account = invoice.head().accountId();
    Money disputed = Money.of("61.50", "PLN");
    OpenItemRow item = awaitItem(account);

    long id =
        system.call(
            () ->
                disputes.open(
                    account, item.id(), disputed, DisputeReason.WRONG_AMOUNT, "Za drogo"));
    assertRefused(
        "DISPUTE_EXISTS",
        () -> disputes.open(account, item.id(), null, DisputeReason.OTHER, "I jeszcze raz"));
    system.run(() -> disputes.uphold(id, "Naliczono za dużo"));
    assertRefused("DISPUTE_DECIDED", () -> disputes.uphold(id, "Naliczono za dużo"));
    List<CorrectionRow> notes = system.call(() -> corrections.ofInvoice(invoice.head().id()));
    assertEquals(1, notes.size());
    assertEquals(disputed.negated(), notes.get(0).gross());
    assertEquals(
        DisputeRow.State.UPHELD, system.call(() -> disputes.ofAccount(account)).get(0).state());
    Money left = item.open().minus(disputed);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!awaitItem(account).open().equals(left)) {
      assertTrue(System.nanoTime() < end, "the customer owes less");
      Thread.sleep(50);
    }
  }

  private OpenItemRow awaitItem(long account) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (database.number("select count(*) from payments.open_item where account_id = ?", account)
        == 0) {
      assertTrue(System.nanoTime() < end, "open item");
      Thread.sleep(50);
    }
    return system.call(() -> accounts.openItems(account)).get(0);
  }

  private void assertRefused(String reason, Runnable call) {
    Refusal refusal = assertThrows(Refusal.class, () -> system.run(call));
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
