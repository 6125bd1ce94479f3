package com.asta.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AccountRangeTest {
  private static final int PARTS = 3;

  @Test
  void everyAccountIsInExactlyOneRangeAndTheRangesAreEven() {
    for (int accounts : new int[] {0, 1, 2, 3, 4, 5, 100, 1001}) {
      long[] ids = LongStream.range(0, accounts).map(place -> 1000 + place * 50).toArray();
      List<AccountRange> ranges =
          AccountRange.divide(PARTS, accounts, place -> ids[Math.toIntExact(place)]);
      List<Long> counts = new ArrayList<>();
      for (AccountRange range : ranges) {
        counts.add(
            LongStream.of(ids).filter(id -> id > range.after() && id <= range.last()).count());
      }
      assertEquals(accounts, counts.stream().mapToLong(Long::longValue).sum());
      assertTrue(
          counts.stream().allMatch(count -> Math.abs(count - accounts / (double) PARTS) < 1),
          counts + " of " + accounts);
    }
  }

  /** An account that came into a run after its ranges were made is in one of them, too. */
  @Test
  void noIdIsLeftOut() {
    List<AccountRange> ranges = AccountRange.divide(PARTS, 30, place -> place);
    assertEquals(Long.MIN_VALUE, ranges.get(0).after());
    assertEquals(Long.MAX_VALUE, ranges.get(PARTS - 1).last());
    for (int part = 1; part < PARTS; part++) {
      assertEquals(ranges.get(part - 1).last(), ranges.get(part).after());
    }
  }
}
