package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What a clerk may type to find an invoice. */
@ArquillianTest
class InvoiceSearchIT {
  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private InvoiceService invoices;

  @Test
  void anInvoiceIsFoundByNumberBuyerAndAccount() {
    Street street = town.settle(1);
    long run = town.trial(street.cycleEnd());
    town.approve(run);
    InvoiceRow invoice =
        found(new InvoiceQuery(null, null, null, run, null)).stream().findFirst().orElseThrow();

    assertEquals(List.of(invoice.id()), ids(invoice.number()));
    assertEquals(List.of(invoice.id()), ids(invoice.accountNumber().toLowerCase()));
    assertEquals(List.of(invoice.id()), ids(invoice.buyerName().toUpperCase(), run));
    assertEquals(List.of(), ids("Nobody of this name"));
    assertEquals(List.of(), ids("%" + invoice.number().substring(1)), "a sign, not any text");
  }

  private List<Long> ids(String text, Long... run) {
    return found(new InvoiceQuery(text, null, null, run.length == 0 ? null : run[0], null)).stream()
        .map(InvoiceRow::id)
        .toList();
  }

  private List<InvoiceRow> found(InvoiceQuery query) {
    return system.call(() -> invoices.list(query, 0, 5));
  }
}
