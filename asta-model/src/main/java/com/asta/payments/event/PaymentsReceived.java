package com.asta.payments.event;

import com.asta.common.event.Event;
import java.util.List;

/**
 * Payments of a bank statement are recorded: a few hundred in one message, each with what it
 * settled at once.
 *
 * @param allocations of these payments, in the order they were made
 */
public record PaymentsReceived(
    long fileId, List<PaymentReceived> payments, List<PaymentAllocated> allocations)
    implements Event {
  public PaymentsReceived {
    payments = List.copyOf(payments);
    allocations = List.copyOf(allocations);
  }
}
