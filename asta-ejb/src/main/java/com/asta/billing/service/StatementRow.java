package com.asta.billing.service;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * What a payer's invoice took over for an account: for information, nothing is to pay.
 *
 * @param payerNumber the account that pays
 * @param net sum of the account's lines
 */
public record StatementRow(
    long accountId,
    long invoiceId,
    String invoiceNumber,
    LocalDate issuedOn,
    LocalDate periodStart,
    LocalDate periodEnd,
    String payerNumber,
    Money net) {
  /** The last day of the period. */
  public LocalDate lastDay() {
    return periodEnd.minusDays(1);
  }
}
