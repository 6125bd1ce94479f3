package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.rules.BillDelivery;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillingAccountCard;
import com.asta.billing.service.BillingService;
import com.asta.billing.service.InvoiceService;
import com.asta.common.Refusal;
import com.asta.common.service.AuditLog;
import com.asta.common.service.AuditRow;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** How accounts are billed, and what people change about it. */
@ArquillianTest
class BillingAccountIT {
  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillingService billing;
  @Inject private BillRunService runs;
  @Inject private InvoiceService invoices;
  @Inject private AuditLog audit;

  @Test
  void documentsAreWrittenInTheLanguageThatHeldWhenTheyWereIssued() {
    Street street = town.settle(1);
    long account = street.accounts().get(0);
    assertEquals("pl", card(account).language(), "the customer's language");
    assertEquals(BillDelivery.EMAIL, card(account).delivery(), "there is an address for mail");
    system.run(() -> billing.present(account, "en", BillDelivery.PAPER));

    long run = town.trial(street.cycleEnd());
    town.approve(run);
    long invoice = system.call(() -> runs.bills(run, null, 0, 1)).get(0).id();
    system.run(() -> billing.present(account, "pl", BillDelivery.PAPER));

    assertEquals("en", system.call(() -> invoices.invoice(invoice)).language());
    int issued = system.call(() -> invoices.pdf(invoice)).length;
    int polish = system.call(() -> invoices.pdf(invoice, "pl")).length;
    assertNotEquals(polish, issued, "issued in English");
    List<AuditRow> history = audit.history("BillingAccount", account, 10);
    assertTrue(
        history.stream()
            .anyMatch(e -> "delivery".equals(e.field()) && "PAPER".equals(e.newValue())),
        history::toString);
  }

  @Test
  void theCurrencyStaysOnceSomethingWasCharged() {
    Street street = town.settle(1);
    long account = street.accounts().get(0);
    system.run(() -> billing.keepIn(account, "EUR"));
    assertEquals("EUR", card(account).currency());
    assertRefused("CURRENCY_UNKNOWN", () -> billing.keepIn(account, "ZZZ"));
    system.run(() -> billing.keepIn(account, "PLN"));
    town.approve(town.trial(street.cycleEnd()));

    assertRefused("CURRENCY_FIXED", () -> billing.keepIn(account, "EUR"));
    assertRefused("LANGUAGE_UNKNOWN", () -> billing.present(account, "de", BillDelivery.EMAIL));
    assertRefused("ACCOUNT_UNKNOWN", () -> billing.keepIn(Long.MAX_VALUE, "EUR"));
  }

  private BillingAccountCard card(long account) {
    return system.call(() -> billing.account(account)).orElseThrow();
  }

  private void assertRefused(String reason, Runnable call) {
    Refusal refusal = assertThrows(Refusal.class, () -> system.run(call::run));
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
