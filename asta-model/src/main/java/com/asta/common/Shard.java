package com.asta.common;

/** The 1024-way division of accounts by which work is spread; stored with the account. */
public final class Shard {
  public static final int COUNT = 1024;

  private Shard() {}

  /**
   * The shard of an account, 0 to 1023, by Fibonacci hashing of its id, so that neighbouring ids
   * spread.
   */
  public static int of(long accountId) {
    return (int) ((accountId * 0x9E3779B97F4A7C15L) >>> 54);
  }
}
