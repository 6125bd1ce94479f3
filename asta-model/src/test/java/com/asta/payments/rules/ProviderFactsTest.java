package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderFactsTest {
  private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");

  /** Facts as {@code STATE@second}, a time-out as {@code -@second}, in the order they arrive. */
  @ParameterizedTest
  @CsvSource({
    "''                                               , NEW",
    "PENDING@1                                        , PENDING",
    "PENDING@1 COMPLETED@2                            , COMPLETED",
    "PENDING@1 REJECTED@2                             , REJECTED",
    "PENDING@1 CANCELLED@2                            , CANCELLED",
    "WAITING_FOR_CONFIRMATION@2 COMPLETED@3           , COMPLETED",
    // a time-out is not knowing
    "-@1                                              , UNKNOWN",
    "PENDING@1 -@2                                    , UNKNOWN",
    "WAITING_FOR_CONFIRMATION@1 -@2                   , UNKNOWN",
    // and only the provider ends it
    "-@1 PENDING@2                                    , PENDING",
    "-@1 COMPLETED@2                                  , COMPLETED",
    "-@1 REJECTED@2                                   , REJECTED",
    // asked at 1 in vain, but told at 2, whichever we learn first
    "PENDING@2 -@1                                    , PENDING",
    // a final state is never left for an open one or for silence
    "COMPLETED@1 PENDING@2                            , COMPLETED",
    "COMPLETED@1 -@9                                  , COMPLETED",
    "CANCELLED@1 -@9                                  , CANCELLED",
    // told twice
    "COMPLETED@1 COMPLETED@1                          , COMPLETED",
    // a late notification of an earlier state
    "WAITING_FOR_CONFIRMATION@1 PENDING@5             , WAITING_FOR_CONFIRMATION",
    // money that was taken counts, whatever was told before or after
    "CANCELLED@1 COMPLETED@2                          , COMPLETED",
    "COMPLETED@1 CANCELLED@2                          , COMPLETED",
    "REJECTED@1 CANCELLED@2                           , REJECTED",
  })
  void theStateFollowsFromTheFacts(String facts, AttemptState state) {
    assertEquals(state, after(List.of(facts.isBlank() ? new String[0] : facts.split(" "))));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING@1               , PENDING",
    "-@1                     , UNKNOWN",
    "-@1 COMPLETED@2         , COMPLETED",
    "PENDING@1 REJECTED@2    , REJECTED",
    "COMPLETED@1 REJECTED@2  , COMPLETED",
    "REJECTED@1 PENDING@2    , REJECTED",
  })
  void refundsFollowTheSameLaw(String facts, ProviderRefundState state) {
    ProviderFacts<ProviderRefundState> known = ProviderFacts.none(ProviderRefundState.NEW);
    for (String fact : facts.split(" ")) {
      Instant at = at(fact);
      known =
          fact.startsWith("-")
              ? known.timedOut(at)
              : known.told(ProviderRefundState.valueOf(fact.split("@")[0]), at);
    }
    assertEquals(state, known.state());
  }

  @Test
  void neitherOrderNorRepetitionMakesADifference() {
    long seed = 20261128L;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      List<String> facts = new ArrayList<>();
      for (int i = random.nextInt(7); i >= 0; i--) {
        facts.add(anyFact(random));
      }
      AttemptState expected = after(facts);
      List<String> shuffled = new ArrayList<>(facts);
      for (int i = random.nextInt(4); i > 0; i--) {
        shuffled.add(facts.get(random.nextInt(facts.size())));
      }
      Collections.shuffle(shuffled, random);
      assertEquals(expected, after(shuffled), () -> "seed " + seed + ": " + facts + " " + shuffled);
    }
  }

  @Test
  void aProviderNeverTellsThatItDoesNotKnow() {
    ProviderFacts<AttemptState> none = ProviderFacts.none(AttemptState.NEW);
    assertThrows(IllegalArgumentException.class, () -> none.told(AttemptState.UNKNOWN, START));
  }

  private static String anyFact(Random random) {
    AttemptState[] told = {
      AttemptState.PENDING,
      AttemptState.WAITING_FOR_CONFIRMATION,
      AttemptState.CANCELLED,
      AttemptState.REJECTED,
      AttemptState.COMPLETED
    };
    String what = random.nextInt(3) == 0 ? "-" : told[random.nextInt(told.length)].name();
    return what + "@" + random.nextInt(6);
  }

  private static AttemptState after(List<String> facts) {
    ProviderFacts<AttemptState> known = ProviderFacts.none(AttemptState.NEW);
    for (String fact : facts) {
      known =
          fact.startsWith("-")
              ? known.timedOut(at(fact))
              : known.told(AttemptState.valueOf(fact.split("@")[0]), at(fact));
    }
    return known.state();
  }

  private static Instant at(String fact) {
    return START.plusSeconds(Long.parseLong(fact.substring(fact.indexOf('@') + 1)));
  }
}
