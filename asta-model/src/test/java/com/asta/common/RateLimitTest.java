package com.asta.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
  private static final long MILLI = 1_000_000L;

  @ParameterizedTest(name = "{0} at once, {1}/s, tries at {2} ms: {3}")
  @CsvSource({
    "1, 1,  0 0 999 1000 1001, y n n y n",
    "3, 1,  0 0 0 0,           y y y n",
    "3, 1,  0 0 0 1000 1000,   y y y y n",
    "2, 10, 0 0 0 100 100 400 400 400, y y n y n y y n",
    // what is refused takes nothing
    "1, 1,  0 100 200 300 1000, y n n n y",
    // a long rest fills no more than the bucket
    "2, 1,  0 60000 60000 60000, y y y n",
  })
  void aBucketRunsDryAndFillsAgain(int burst, int perSecond, String tries, String expected) {
    RateLimit limit = new RateLimit(burst, perSecond);
    long state = Long.MIN_VALUE / 2;
    StringBuilder answers = new StringBuilder();
    for (String at : tries.split(" ")) {
      RateLimit.Answer answer = limit.take(state, Long.parseLong(at) * MILLI);
      state = answer.fullAtNanos();
      answers.append(answer.isGranted() ? "y " : "n ");
    }
    assertEquals(expected, answers.toString().strip());
  }

  @Test
  void whoWaitsAsToldIsLetIn() {
    RateLimit limit = new RateLimit(5, 2);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long state = 0;
    long now = 1;
    for (int i = 0; i < 10_000; i++) {
      RateLimit.Answer answer = limit.take(state, now);
      if (!answer.isGranted()) {
        assertTrue(answer.waitSeconds() >= 1);
        assertTrue(!limit.take(state, now + answer.waitNanos() - 1).isGranted(), "seed " + seed);
        now += answer.waitNanos();
        answer = limit.take(state, now);
        assertTrue(answer.isGranted(), "seed " + seed);
      }
      state = answer.fullAtNanos();
      now += random.nextInt(400) * MILLI;
    }
  }

  /** Law: of any tries in any seconds, no more come through than the burst and the rate allow. */
  @Test
  void neverMoreThanTheBurstAndTheRate() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RateLimit limit = new RateLimit(7, 20);
    long state = 0;
    long now = 1;
    int granted = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(40) * MILLI;
      RateLimit.Answer answer = limit.take(state, now);
      state = answer.fullAtNanos();
      granted += answer.isGranted() ? 1 : 0;
    }
    assertTrue(granted <= 7 + now / (1_000 * MILLI / 20), "seed " + seed + ": " + granted);
  }

  @Test
  void aRateThatLetsNothingThroughIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new RateLimit(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new RateLimit(1, 0));
  }
}
