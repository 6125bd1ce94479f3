package com.asta.charging.service;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Usage of a subscription that an issued bill took.
 *
 * @param invoice its number
 * @param until the first day after the bill's period
 * @param amount as rated, without tax
 */
public record BilledUsage(
    long billId,
    String invoice,
    LocalDate until,
    long subscriptionId,
    BigDecimal amount,
    String currency) {
  /** Names the release of its credit in the ledger. */
  String key() {
    return "bill-" + billId + "-" + subscriptionId;
  }
}
