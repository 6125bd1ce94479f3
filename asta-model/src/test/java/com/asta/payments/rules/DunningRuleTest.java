package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.payments.rules.DunningDecision.Advance;
import com.asta.payments.rules.DunningDecision.Close;
import com.asta.payments.rules.DunningFacts.Debt;
import com.asta.payments.rules.DunningFacts.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningRuleTest {
  /** Letter after 7 days, fee after 21, bar after 35, collection after 90. */
  private static final DunningPolicy POLICY =
      policy("7 5 LETTER 0", "21 20 FEE 15", "35 50 BAR 0", "90 100 HAND_OVER 0");

  @ParameterizedTest(name = "{0} PLN for {1} days, reached {2}, {3} days ago, paused {4}: {5}")
  @CsvSource({
    "100,   6,   0, 0,  false, Wait[deserved=0]",
    "100,   7,   0, 0,  false, Advance[to=1]",
    "4.99,  7,   0, 0,  false, Wait[deserved=0]",
    "5,     7,   0, 0,  false, Advance[to=1]",
    "100,   20,  1, 13, false, Wait[deserved=1]",
    "100,   21,  1, 14, false, Advance[to=2]",
    "100,   21,  1, 13, false, Wait[deserved=2]",
    "100,   400, 1, 0,  false, Wait[deserved=4]",
    "100,   400, 1, 14, false, Advance[to=2]",
    "19.99, 400, 1, 99, false, Wait[deserved=1]",
    "100,   35,  2, 14, false, Advance[to=3]",
    "49.99, 35,  2, 14, false, Wait[deserved=2]",
    "100,   89,  3, 54, false, Wait[deserved=3]",
    "100,   90,  3, 55, false, Advance[to=4]",
    "100,   400, 4, 99, false, Wait[deserved=4]",
    "100,   35,  0, 0,  false, Advance[to=1]",
    "100,   35,  1, 99, true,  Wait[deserved=3]",
    "0,     35,  3, 0,  false, Close[]",
    "-5,    35,  3, 0,  true,  Close[]",
    "4.99,  35,  3, 0,  false, Close[]",
    "0,     0,   3, -1, false, Wait[deserved=3]",
    "0,     0,   0, 0,  false, Wait[deserved=0]",
    "10,    50,  3, 0,  false, Wait[deserved=1]"
  })
  void theLevelFollowsFromTheFacts(
      String overdue, long days, int reached, long rested, boolean paused, String expected) {
    Debt debt = debt(overdue, days);
    Standing standing = new Standing(reached > 0, reached, rested, false);
    assertEquals(
        expected,
        DunningRule.decide(new DunningFacts(debt, debt, standing, paused), POLICY).toString());
  }

  @Test
  void aCaseEndsWhenTheDebtsItWasOpenedForArePaid() {
    Debt newer = debt("100", 10);
    DunningFacts facts = new DunningFacts(newer, newer, new Standing(true, 3, 5, true), false);
    assertEquals(new Close(), DunningRule.decide(facts, POLICY));
  }

  @Test
  void whatIsDisputedIsNotDunnedButKeepsTheCaseOpen() {
    DunningFacts facts =
        new DunningFacts(debt("100", 50), debt("0", 0), new Standing(true, 1, 40, false), false);
    assertEquals("Wait[deserved=0]", DunningRule.decide(facts, POLICY).toString());
  }

  @Test
  void noLevelIsEverSkipped() {
    List<Integer> taken = new ArrayList<>();
    Standing standing = Standing.NONE;
    Debt debt = debt("500", 900);
    while (DunningRule.decide(new DunningFacts(debt, debt, standing, false), POLICY)
        instanceof Advance advance) {
      taken.add(advance.to());
      standing = new Standing(true, advance.to(), 1000, false);
    }
    assertEquals(List.of(1, 2, 3, 4), taken);
  }

  @Test
  void aSecondRunOnTheSameFactsDoesNothing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      DunningFacts facts = any(random);
      if (DunningRule.decide(facts, POLICY) instanceof Advance advance) {
        Standing after = new Standing(true, advance.to(), 0, false);
        DunningDecision again =
            DunningRule.decide(
                new DunningFacts(facts.overdue(), facts.dunnable(), after, facts.paused()), POLICY);
        assertTrue(again instanceof DunningDecision.Wait, "seed " + seed + ": " + facts);
      }
    }
  }

  @Test
  void paymentLowersOrKeepsTheLevel() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      DunningFacts facts = any(random);
      Debt before = facts.dunnable();
      Money paid = Money.of(BigDecimal.valueOf(random.nextInt(20_000), 2), "PLN");
      Debt after =
          new Debt(before.amount().minus(paid), Math.max(0, before.days() - random.nextInt(60)));
      assertTrue(
          DunningRule.deserved(after, POLICY) <= DunningRule.deserved(before, POLICY),
          "seed " + seed + ": " + before + " then " + after);
      DunningDecision decided =
          DunningRule.decide(new DunningFacts(after, after, facts.standing(), false), POLICY);
      boolean rises = decided instanceof Advance;
      boolean roseBefore =
          DunningRule.decide(new DunningFacts(before, before, facts.standing(), false), POLICY)
              instanceof Advance;
      assertTrue(!rises || roseBefore, "seed " + seed + ": " + facts + " paid " + paid);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                        | NO_LEVELS 0",
        "7 5 LETTER 0; 7 5 BAR 0; 90 5 TERMINATE 0               | DELAY_NOT_RISING 2",
        "0 5 LETTER 0; 90 5 HAND_OVER 0                          | DELAY_BELOW_ONE 1",
        "7 5 LETTER 0; 14 4 BAR 0; 90 5 HAND_OVER 0              | MINIMUM_FALLS 2",
        "7 -1 LETTER 0; 90 5 HAND_OVER 0                         | MINIMUM_NEGATIVE 1",
        "7 5 FEE 0; 90 5 HAND_OVER 0                             | FEE_MISSING 1",
        "7 5 LETTER 3; 90 5 HAND_OVER 0                          | FEE_WITHOUT_ACTION 1",
        "7 5 BAR 0; 90 5 HAND_OVER 0                             | NO_LETTER_BEFORE 1, NO_LETTER_BEFORE 2",
        "7 5 HAND_OVER 0                                         | NO_LETTER_BEFORE 1",
        "7 5 LETTER 0; 20 5 TERMINATE 0; 90 5 LETTER 0           | AFTER_THE_END 3",
        "7 5 LETTER 0; 20 5 BAR 0                                | NO_END 2"
      })
  void aPolicyIsChecked(String levels, String expected) {
    List<DunningLevel> typed =
        levels == null
            ? List.of()
            : Arrays.stream(levels.split(";")).map(each -> level(each.strip())).toList();
    assertEquals(
        expected,
        DunningPolicy.check(typed).stream()
            .map(each -> each.fault() + " " + each.level())
            .collect(Collectors.joining(", ")));
    assertThrows(IllegalArgumentException.class, () -> new DunningPolicy(typed));
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

  private static DunningFacts any(Random random) {
    Debt debt =
        new Debt(
            Money.of(BigDecimal.valueOf(random.nextInt(20_000), 2), "PLN"), random.nextInt(120));
    int reached = random.nextInt(5);
    Standing standing = new Standing(reached > 0, reached, random.nextInt(100), false);
    return new DunningFacts(debt, debt, standing, random.nextInt(10) == 0);
  }

  private static Debt debt(String amount, long days) {
    return new Debt(Money.of(amount, "PLN"), days);
  }

  private static DunningPolicy policy(String... levels) {
    return new DunningPolicy(Arrays.stream(levels).map(DunningRuleTest::level).toList());
  }

  private static DunningLevel level(String text) {
    String[] words = text.split(" ");
    return new DunningLevel(
        Integer.parseInt(words[0]),
        new BigDecimal(words[1]),
        DunningAction.valueOf(words[2]),
        new BigDecimal(words[3]));
  }
}
