package com.asta.charging;

import com.asta.charging.rules.PrefixTable;
import com.asta.charging.rules.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Finds the longest prefix of numbers among a million of 3 to 9 digits, by the table and by a floor
 * search in a {@link TreeMap}: the greatest key up to the number is a prefix of it, or the search
 * goes on from what both have in common.
 */
@State(Scope.Thread)
public class PrefixSpeed {
  /** How many prefixes there are. */
  public static final int PREFIXES = 1_000_000;

  private static final int NUMBERS = 1 << 16;
  private static final int ZONES = 1_000;

  private final TreeMap<String, Integer> tree = new TreeMap<>();
  private final String[] numbers = new String[NUMBERS];
  private PrefixTable table;
  private int next;

  /** A million distinct prefixes in a thousand zones, always the same. */
  public static List<Zone> zones() {
    Random random = new Random(7);
    Set<String> prefixes = new HashSet<>(2 * PREFIXES);
    while (prefixes.size() < PREFIXES) {
      prefixes.add(digits(random, Math.min(9, 3 + (int) Math.abs(random.nextGaussian() * 2 + 4))));
    }
    List<List<String>> shares = new ArrayList<>();
    for (int i = 0; i < ZONES; i++) {
      shares.add(new ArrayList<>());
    }
    prefixes.forEach(prefix -> shares.get(Math.floorMod(prefix.hashCode(), ZONES)).add(prefix));
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < ZONES; i++) {
      zones.add(new Zone("Z" + i, null, null, shares.get(i)));
    }
    return zones;
  }

  /** Fills both, and the numbers to look up. */
  @Setup
  public void make() {
    List<Zone> zones = zones();
    table = PrefixTable.ofZones(zones);
    for (int i = 0; i < ZONES; i++) {
      for (String prefix : zones.get(i).prefixes()) {
        tree.put(prefix, i);
      }
    }
    Random random = new Random(8);
    for (int i = 0; i < NUMBERS; i++) {
      numbers[i] = digits(random, 9 + random.nextInt(4));
      if (table.find(numbers[i]) != floor(numbers[i])) {
        throw new IllegalStateException("The table and the tree differ on " + numbers[i]);
      }
    }
  }

  /** By the table. */
  @Benchmark
  public int table() {
    return table.find(numbers[next++ & NUMBERS - 1]);
  }

  /** By the tree. */
  @Benchmark
  public int tree() {
    return floor(numbers[next++ & NUMBERS - 1]);
  }

  private int floor(String number) {
    String key = number;
    while (!key.isEmpty()) {
      Map.Entry<String, Integer> entry = tree.floorEntry(key);
      if (entry == null) {
        return PrefixTable.NONE;
      }
      String found = entry.getKey();
      int common = 0;
      int shorter = Math.min(found.length(), number.length());
      while (common < shorter && found.charAt(common) == number.charAt(common)) {
        common++;
      }
      if (common == found.length()) {
        return entry.getValue();
      }
      key = number.substring(0, common);
    }
    return PrefixTable.NONE;
  }

  private static String digits(Random random, int length) {
    StringBuilder text = new StringBuilder().append((char) ('1' + random.nextInt(9)));
    while (text.length() < length) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
