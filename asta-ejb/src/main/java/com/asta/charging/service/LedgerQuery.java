package com.asta.charging.service;

import java.time.LocalDate;

/**
 * Which entries of a ledger are asked for.
 *
 * @param kind null for all
 * @param from first day; null for no bound
 * @param to last day; null for no bound
 */
public record LedgerQuery(long chargingAccountId, String kind, LocalDate from, LocalDate to) {
  /** All entries of an account. */
  public static LedgerQuery of(long chargingAccountId) {
    return new LedgerQuery(chargingAccountId, null, null, null);
  }
}
