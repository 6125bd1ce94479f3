package com.asta.charging.service;

import java.time.Instant;

/**
 * A proof that balances equal their entries, or that they do not.
 *
 * @param finishedAt null while it runs
 * @param differences how many balances, buckets and reservations were found unequal
 */
public record LedgerCheck(
    long id,
    Instant startedAt,
    Instant finishedAt,
    long accounts,
    long buckets,
    long entries,
    int differences) {
  public boolean equal() {
    return finishedAt != null && differences == 0;
  }
}
