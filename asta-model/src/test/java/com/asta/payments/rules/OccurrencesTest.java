package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
  @Test
  void hashesAreCountedAsAMapWouldCountThem() {
    Random random = new Random(1);
    Map<Long, Integer> expected = new HashMap<>();
    Occurrences occurrences = new Occurrences();
    for (int i = 0; i < 50_000; i++) {
      long hash = i % 3 == 0 ? random.nextInt(1_000) : random.nextLong();
      assertEquals(expected.merge(hash, 1, Integer::sum), occurrences.next(hash));
    }
  }

  @Test
  void zeroIsAHashLikeAnyOther() {
    Occurrences occurrences = new Occurrences();
    assertEquals(1, occurrences.next(0));
    assertEquals(2, occurrences.next(0));
  }

  @Test
  void nothingIsRememberedOfTheStatementBefore() {
    Occurrences occurrences = new Occurrences();
    for (long hash = 0; hash < 10_000; hash++) {
      occurrences.next(hash);
    }
    occurrences.clear();
    for (long hash = 0; hash < 20_000; hash++) {
      assertEquals(1, occurrences.next(hash));
    }
  }
}
