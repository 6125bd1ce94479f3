package com.asta.billing.event;

import com.asta.common.event.Event;
import java.util.List;

/**
 * Invoices of a bill run have got their numbers and will not change any more: a few hundred in one
 * message, of an account each, in the order of accounts.
 */
public record InvoicesIssued(long runId, List<InvoiceIssued> invoices) implements Event {
  public InvoicesIssued {
    invoices = List.copyOf(invoices);
  }
}
