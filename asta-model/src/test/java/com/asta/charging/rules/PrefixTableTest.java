package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixTableTest {
  private static final PrefixTable TABLE =
      PrefixTable.of(Map.of("48", 1, "4850", 2, "485", 3, "1", 4, "380", 5));

  @ParameterizedTest
  @CsvSource({
    "48221234567, 1, 48",
    "48501234567, 2, 4850",
    "48511234567, 3, 485",
    "12125550100, 4, 1",
    "380441234567, 5, 380",
    "4, -1, ''",
    "77, -1, ''",
    "38, -1, ''",
    "'', -1, ''"
  })
  void longestPrefixWins(String digits, int expected, String prefix) {
    assertEquals(expected, TABLE.find(digits));
    assertEquals(prefix, TABLE.match(digits));
  }

  /** Law: the table answers as a search from the longest prefix down in a map does. */
  @Test
  void agreesWithAMap() {
    Random random = new Random(11);
    Map<String, Integer> prefixes = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      prefixes.put(digits(random, 1 + random.nextInt(9)), i);
    }
    PrefixTable table = PrefixTable.of(prefixes);
    for (int i = 0; i < 50_000; i++) {
      String number = digits(random, 11);
      int expected = -1;
      for (int n = number.length(); n > 0 && expected < 0; n--) {
        expected = prefixes.getOrDefault(number.substring(0, n), -1);
      }
      assertEquals(expected, table.find(number), number);
    }
  }

  private static String digits(Random random, int length) {
    StringBuilder text = new StringBuilder().append((char) ('1' + random.nextInt(9)));
    while (text.length() < length) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
