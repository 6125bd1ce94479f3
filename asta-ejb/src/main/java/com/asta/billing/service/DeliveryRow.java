package com.asta.billing.service;

import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.DeliveryPlan.Detour;
import java.time.Instant;

/**
 * One try to bring a document to its payer.
 *
 * @param recipient the address of a mail; null for other channels
 * @param mailStatus name of a {@link com.asta.common.service.MailStatus}; null for other channels
 * @param mailError what the mail server said last; null if nothing
 */
public record DeliveryRow(
    long invoiceId,
    String number,
    long customerId,
    String customerName,
    int attempt,
    BillDelivery channel,
    String recipient,
    Detour detour,
    Instant deliveredAt,
    String deliveredBy,
    String mailStatus,
    String mailError,
    Instant mailSentAt) {

  /** True for a mail that did not arrive, or perhaps did not. */
  public boolean isTroubled() {
    return "FAILED".equals(mailStatus) || "UNCERTAIN".equals(mailStatus);
  }
}
