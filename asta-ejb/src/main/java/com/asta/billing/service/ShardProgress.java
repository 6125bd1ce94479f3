package com.asta.billing.service;

/**
 * How far a run is with some shards of accounts.
 *
 * @param done accounts whose state the present step has settled
 */
public record ShardProgress(int firstShard, int lastShard, long done, long accounts) {
  public int percent() {
    return accounts == 0 ? 100 : (int) (100 * done / accounts);
  }
}
