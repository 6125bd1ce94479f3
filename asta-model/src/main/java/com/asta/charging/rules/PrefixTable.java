package com.asta.charging.rules;

import java.util.Arrays;
import java.util.Map;

/**
 * Finds the longest prefix of a number among very many, in well under a microsecond.
 *
 * <p>An immutable open-addressing table of longs: a prefix is its digits behind a leading 1, so
 * that "48" and "048" differ. Only lengths that occur are probed, the longest first. About 24
 * octets a prefix.
 */
public final class PrefixTable {
  /** Answer of {@link #find} when no prefix matches. */
  public static final int NONE = -1;

  private static final int LONGEST = 15;

  private final long[] keys;
  private final int[] values;
  private final int mask;
  private final int lengths;

  private PrefixTable(long[] keys, int[] values, int lengths) {
    this.keys = keys;
    this.values = values;
    this.mask = keys.length - 1;
    this.lengths = lengths;
  }

  /** A table of prefixes (digits only) and the numbers they stand for, which are not negative. */
  public static PrefixTable of(Map<String, Integer> prefixes) {
    int size = Integer.highestOneBit(Math.max(4, prefixes.size() * 2) - 1) << 1;
    long[] keys = new long[size];
    int[] values = new int[size];
    Arrays.fill(values, NONE);
    int lengths = 0;
    for (Map.Entry<String, Integer> entry : prefixes.entrySet()) {
      String prefix = Codes.prefix("table", entry.getKey());
      long key = 1;
      for (int i = 0; i < prefix.length(); i++) {
        key = key * 10 + (prefix.charAt(i) - '0');
      }
      int slot = slot(key, size - 1);
      while (keys[slot] != 0) {
        slot = (slot + 1) & (size - 1);
      }
      keys[slot] = key;
      values[slot] = entry.getValue();
      lengths |= 1 << prefix.length();
    }
    return new PrefixTable(keys, values, lengths);
  }

  /** The value of the longest prefix of {@code digits}, or {@link #NONE}. */
  public int find(String digits) {
    int slot = findSlot(digits);
    return slot < 0 ? NONE : values[slot];
  }

  /** The longest matching prefix itself, or an empty text. */
  public String match(String digits) {
    int slot = findSlot(digits);
    return slot < 0 ? "" : Long.toString(keys[slot]).substring(1);
  }

  private int findSlot(String digits) {
    int length = Math.min(digits.length(), LONGEST);
    long key = 1;
    for (int i = 0; i < length; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        length = i;
        break;
      }
      key = key * 10 + digit;
    }
    for (int n = length; n > 0; n--, key /= 10) {
      if ((lengths & 1 << n) != 0) {
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
          if (keys[slot] == key) {
            return slot;
          }
          slot = (slot + 1) & mask;
        }
      }
    }
    return NONE;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }
}
