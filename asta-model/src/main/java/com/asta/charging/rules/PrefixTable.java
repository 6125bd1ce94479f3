package com.asta.charging.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds the longest prefix of a number among very many, in well under a microsecond.
 *
 * <p>Nested prefixes are flattened into adjoining ranges of numbers when the table is made, so that
 * a look-up is one search for the range that a number falls into: a bucket by the number's leading
 * bits, then the few ranges that begin in it. A number is read in base 11, a digit as digit + 1 and
 * "no more digits" as 0, so that "4" lies before "40". About 12 to 26 octets a prefix.
 */
public final class PrefixTable {
  /** Answer of {@link #find} when no prefix matches. */
  public static final int NONE = -1;

  private static final int LONGEST = 15;
  private static final int BASE = 11;
  private static final int LENGTH_BITS = 4;
  private static final int SCANNED = 8;
  private static final long[] POWERS = new long[LONGEST + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= LONGEST; i++) {
      POWERS[i] = POWERS[i - 1] * BASE;
    }
  }

  /** First number of each range, rising; the first range holds what lies before all prefixes. */
  private final long[] starts;

  /** Value and length of the prefix that holds in the range, or NONE. */
  private final int[] values;

  /** The range in force where a bucket begins; one bucket more than there are. */
  private final int[] buckets;

  private final long low;
  private final int shift;

  private PrefixTable(long[] starts, int[] values) {
    this.starts = starts;
    this.values = values;
    int last = starts.length - 1;
    this.low = last == 0 ? 0 : starts[1];
    long width = starts[last] - low;
    int wanted = Integer.highestOneBit(starts.length);
    int bits = 0;
    while (width >>> bits >= wanted) {
      bits++;
    }
    this.shift = bits;
    this.buckets = new int[(int) (width >>> bits) + 2];
    int range = 0;
    for (int i = 0; i < buckets.length; i++) {
      long first = low + ((long) i << bits);
      while (range < last && starts[range + 1] <= first) {
        range++;
      }
      buckets[i] = range;
    }
  }

  /** A table of prefixes (digits only) and the numbers they stand for, 0 to 134 million. */
  public static PrefixTable of(Map<String, Integer> prefixes) {
    long[] codes = new long[prefixes.size()];
    int count = 0;
    for (String prefix : prefixes.keySet()) {
      codes[count++] = code(Codes.prefix("table", prefix));
    }
    Arrays.sort(codes);
    int[] numbers = new int[count];
    prefixes.forEach((prefix, n) -> numbers[Arrays.binarySearch(codes, code(prefix))] = n);
    return flatten(codes, numbers);
  }

  /** A table of the prefixes of zones; they stand for the zone's position in the list. */
  public static PrefixTable ofZones(List<Zone> zones) {
    int count = 0;
    for (Zone zone : zones) {
      count += zone.prefixes().size();
    }
    long[] all = new long[count];
    int at = 0;
    for (Zone zone : zones) {
      for (String prefix : zone.prefixes()) {
        all[at++] = code(prefix);
      }
    }
    Arrays.sort(all);
    long[] codes = distinct(all);
    int[] numbers = new int[codes.length];
    for (int i = 0; i < zones.size(); i++) {
      for (String prefix : zones.get(i).prefixes()) {
        numbers[Arrays.binarySearch(codes, code(prefix))] = i;
      }
    }
    return flatten(codes, numbers);
  }

  /** The value of the longest prefix of {@code digits}, or {@link #NONE}. */
  public int find(String digits) {
    return value(lookup(digits));
  }

  /** The longest matching prefix itself, or an empty text. */
  public String match(String digits) {
    return prefix(digits, lookup(digits));
  }

  /** Value and prefix in one look-up, to be read by {@link #value} and {@link #prefix}. */
  int lookup(String digits) {
    int length = Math.min(digits.length(), LONGEST);
    long key = 0;
    int read = 0;
    while (read < length) {
      int digit = digits.charAt(read) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      key = key * BASE + digit + 1;
      read++;
    }
    long distance = key * POWERS[LONGEST - read] - low;
    int bucket = (int) Math.min(distance >>> shift, buckets.length - 1L);
    if (distance < 0 || bucket == buckets.length - 1) {
      return NONE;
    }
    return values[range(distance + low, buckets[bucket], buckets[bucket + 1])];
  }

  static int value(int found) {
    return found >> LENGTH_BITS;
  }

  static String prefix(String digits, int found) {
    return found == NONE ? "" : digits.substring(0, found & LONGEST);
  }

  /** Octets that the table takes in memory. */
  public long octets() {
    return 8L * starts.length + 4L * values.length + 4L * buckets.length;
  }

  private int range(long key, int from, int to) {
    int first = from;
    int last = to;
    while (last - first > SCANNED) {
      int middle = (first + last + 1) >>> 1;
      if (starts[middle] <= key) {
        first = middle;
      } else {
        last = middle - 1;
      }
    }
    while (first < last && starts[first + 1] <= key) {
      first++;
    }
    return first;
  }

  /** Key and length in one number that sorts as the key does. */
  private static long code(String prefix) {
    long key = 0;
    for (int i = 0; i < prefix.length(); i++) {
      key = key * BASE + (prefix.charAt(i) - '0') + 1;
    }
    return key * POWERS[LONGEST - prefix.length()] << LENGTH_BITS | prefix.length();
  }

  private static long[] distinct(long[] sorted) {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return count == sorted.length ? sorted : Arrays.copyOf(sorted, count);
  }

  private static PrefixTable flatten(long[] codes, int[] numbers) {
    Ranges ranges = new Ranges(2 * codes.length + 1);
    ranges.begin(0, NONE);
    long[] ends = new long[LONGEST + 1];
    int[] open = new int[LONGEST + 1];
    ends[0] = Long.MAX_VALUE;
    open[0] = NONE;
    int depth = 0;
    for (int i = 0; i < codes.length; i++) {
      long key = codes[i] >>> LENGTH_BITS;
      int length = (int) codes[i] & LONGEST;
      while (ends[depth] <= key) {
        ranges.begin(ends[depth], open[depth - 1]);
        depth--;
      }
      depth++;
      ends[depth] = key + POWERS[LONGEST - length];
      open[depth] = numbers[i] << LENGTH_BITS | length;
      ranges.begin(key, open[depth]);
    }
    for (; depth > 0; depth--) {
      ranges.begin(ends[depth], open[depth - 1]);
    }
    return ranges.table();
  }

  /** Adjoining ranges as they are found, those of one value joined. */
  private static final class Ranges {
    private final long[] starts;
    private final int[] values;
    private int count;

    Ranges(int most) {
      starts = new long[most];
      values = new int[most];
    }

    void begin(long start, int value) {
      if (count > 0 && starts[count - 1] == start) {
        count--;
      }
      if (count == 0 || values[count - 1] != value) {
        starts[count] = start;
        values[count] = value;
        count++;
      }
    }

    PrefixTable table() {
      return new PrefixTable(Arrays.copyOf(starts, count), Arrays.copyOf(values, count));
    }
  }
}
