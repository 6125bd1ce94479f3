package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.GuessThrottle.Policy;
import com.asta.charging.rules.GuessThrottle.Tries;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessThrottleTest {
  private static final Policy POLICY = new Policy(3, Duration.ofMinutes(60));
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /** Wrong tries at these minutes after noon, then a question at the last minute. */
  @ParameterizedTest
  @CsvSource({
    "0 1, 2, ",
    "0 1 2, 3, 62",
    "0 1 2, 61, 62",
    "0 1 2, 62, ",
    "0 59 118, 119, 178",
    "0 61 62, 63, ",
    "0 1 2 3, 4, 63"
  })
  void afterTheFreeTriesOneWaits(String tries, int asked, Integer open) {
    Tries known = Tries.NONE;
    for (String minute : tries.split(" ")) {
      known = GuessThrottle.wrong(known, at(Integer.parseInt(minute)), POLICY);
    }
    Instant until = GuessThrottle.closedUntil(known, at(asked), POLICY);
    if (open == null) {
      assertNull(until);
    } else {
      assertEquals(at(open), until);
    }
  }

  /** Law: at 3 free tries an hour, a day of guessing makes at most 3 an hour. */
  @Test
  void guessingIsSlow() {
    Tries known = Tries.NONE;
    int guesses = 0;
    for (int second = 0; second < 86_400; second++) {
      Instant now = NOON.plusSeconds(second);
      if (GuessThrottle.closedUntil(known, now, POLICY) == null) {
        known = GuessThrottle.wrong(known, now, POLICY);
        guesses++;
      }
    }
    assertTrue(guesses <= 3 * 24, guesses + " guesses");
  }

  @Test
  void nobodyTriedMeansOpen() {
    assertNull(GuessThrottle.closedUntil(Tries.NONE, NOON, POLICY));
  }

  private static Instant at(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }
}
