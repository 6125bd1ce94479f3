package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningRuleTest {
  private static final DunningPolicy POLICY = DunningPolicy.standard("PLN");

  @ParameterizedTest(name = "{0} PLN for {1} days, reached {2}, paused {3}: {4}")
  @CsvSource({
    "100,   6,   NONE,     false, Wait[deserved=NONE]",
    "100,   7,   NONE,     false, Advance[to=REMINDER]",
    "4.99,  7,   NONE,     false, Wait[deserved=NONE]",
    "5,     7,   NONE,     false, Advance[to=REMINDER]",
    "100,   20,  REMINDER, false, Wait[deserved=REMINDER]",
    "100,   21,  REMINDER, false, Advance[to=FEE]",
    "19.99, 400, REMINDER, false, Wait[deserved=REMINDER]",
    "100,   35,  FEE,      false, Advance[to=BARRED]",
    "49.99, 35,  FEE,      false, Wait[deserved=FEE]",
    "100,   400, BARRED,   false, Wait[deserved=BARRED]",
    "100,   35,  NONE,     false, Advance[to=REMINDER]",
    "100,   35,  REMINDER, true,  Wait[deserved=BARRED]",
    "0,     35,  BARRED,   false, Close[unbar=true]",
    "-5,    35,  BARRED,   true,  Close[unbar=true]",
    "0,     0,   FEE,      false, Close[unbar=false]",
    "0,     0,   NONE,     false, Wait[deserved=NONE]",
    "10,    50,  BARRED,   false, Wait[deserved=REMINDER]"
  })
  void theLevelFollowsFromTheFacts(
      String overdue, long days, DunningLevel reached, boolean paused, String expected) {
    DunningFacts facts = new DunningFacts(Money.of(overdue, "PLN"), days, reached, paused);
    assertEquals(expected, DunningRule.decide(facts, POLICY).toString());
  }

  @Test
  void noLevelIsEverSkipped() {
    List<DunningLevel> taken = new ArrayList<>();
    DunningLevel reached = DunningLevel.NONE;
    while (DunningRule.decide(new DunningFacts(Money.of("500", "PLN"), 90, reached, false), POLICY)
        instanceof DunningDecision.Advance advance) {
      reached = advance.to();
      taken.add(reached);
    }
    assertEquals(List.of(DunningLevel.REMINDER, DunningLevel.FEE, DunningLevel.BARRED), taken);
  }

  @Test
  void aPolicyMustRise() {
    DunningPolicy.Step late =
        new DunningPolicy.Step(DunningLevel.REMINDER, 20, Money.of("5", "PLN"));
    DunningPolicy.Step early = new DunningPolicy.Step(DunningLevel.FEE, 10, Money.of("5", "PLN"));
    assertThrows(IllegalArgumentException.class, () -> new DunningPolicy(List.of(late, early)));
  }

  @ParameterizedTest
  @CsvSource({
    "-3, NOT_DUE",
    "0, NOT_DUE",
    "1, DAYS_1_30",
    "30, DAYS_1_30",
    "31, DAYS_31_60",
    "60, DAYS_31_60",
    "61, DAYS_61_90",
    "90, DAYS_61_90",
    "91, OVER_90"
  })
  void debtsAgeInSteps(long days, AgeingBucket bucket) {
    assertEquals(bucket, AgeingBucket.of(days));
  }
}
