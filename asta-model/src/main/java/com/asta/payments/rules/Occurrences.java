package com.asta.payments.rules;

import java.util.Arrays;

/**
 * How often each hash came up in a file: numbers in arrays, since a map of as many objects as a
 * file has entries costs the collector more than finding them.
 */
final class Occurrences {
  private static final int SMALLEST = 1 << 8;

  /** Spreads hashes over the places; odd, so that none is lost. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private long[] hashes = new long[SMALLEST];
  private int[] times = new int[SMALLEST];
  private int filled;

  /** Counts a hash once more; 1 for the first time. */
  int next(long hash) {
    if (filled > hashes.length / 2) {
      grow();
    }
    int place = placeOf(hash);
    if (times[place] == 0) {
      hashes[place] = hash;
      filled++;
    }
    return ++times[place];
  }

  void clear() {
    Arrays.fill(times, 0);
    filled = 0;
  }

  private void grow() {
    long[] were = hashes;
    int[] counted = times;
    hashes = new long[were.length * 2];
    times = new int[were.length * 2];
    for (int i = 0; i < were.length; i++) {
      if (counted[i] > 0) {
        int place = placeOf(were[i]);
        hashes[place] = were[i];
        times[place] = counted[i];
      }
    }
  }

  /** Where a hash stands, or the free place where it would. */
  private int placeOf(long hash) {
    int mask = hashes.length - 1;
    int place = (int) (hash * SPREAD >>> Long.SIZE / 2) & mask;
    while (times[place] > 0 && hashes[place] != hash) {
      place = place + 1 & mask;
    }
    return place;
  }
}
