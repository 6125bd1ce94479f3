package com.asta.billing.service;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * A calculated bill in a list.
 *
 * @param invoiceNumber null while a draft
 * @param previousGross what the account's bill before came to; null if there was none
 */
public record BillRow(
    long id,
    long accountId,
    String accountNumber,
    long customerId,
    String customerName,
    LocalDate periodStart,
    LocalDate periodEnd,
    Money net,
    Money tax,
    Money gross,
    String invoiceNumber,
    Money previousGross) {

  public boolean isIssued() {
    return invoiceNumber != null;
  }

  /** By how many percent the bill differs from the one before; null if there was none. */
  public Integer changePercent() {
    if (previousGross == null || previousGross.isZero()) {
      return null;
    }
    return gross
        .minus(previousGross)
        .amount()
        .movePointRight(2)
        .divide(previousGross.amount(), 0, java.math.RoundingMode.HALF_UP)
        .intValue();
  }
}
