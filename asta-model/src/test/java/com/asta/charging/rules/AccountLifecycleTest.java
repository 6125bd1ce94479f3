package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.AccountLifecycle.Dates;
import com.asta.charging.rules.AccountLifecycle.Policy;
import com.asta.charging.rules.AccountLifecycle.Stage;
import com.asta.charging.rules.AccountLifecycle.Validity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountLifecycleTest {
  private static final Policy POLICY =
      new Policy(
          10,
          List.of(
              new Validity(BigDecimal.valueOf(50), 90), new Validity(BigDecimal.valueOf(5), 30)),
          7,
          14);
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 20);

  @ParameterizedTest
  @CsvSource({"0, 0", "4.99, 0", "5, 30", "49.99, 30", "50, 90", "1000, 90"})
  void aRechargeBringsTheDaysOfItsAmount(BigDecimal amount, int days) {
    assertEquals(days, POLICY.daysFor(amount));
  }

  /** Begun on 20 February: active to 2 March, grace to 9 March, barred to 23 March. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-20, ACTIVE",
    "2026-03-02, ACTIVE",
    "2026-03-03, GRACE",
    "2026-03-09, GRACE",
    "2026-03-10, BARRED",
    "2026-03-23, BARRED",
    "2026-03-24, CLOSED",
    "2030-01-01, CLOSED"
  })
  void stagesFollowEachOther(LocalDate day, Stage stage) {
    assertEquals(stage, AccountLifecycle.statusOn(AccountLifecycle.begin(TODAY, POLICY), day));
  }

  @Test
  void anAccountWithoutDatesNeverEnds() {
    assertEquals(Stage.ACTIVE, AccountLifecycle.statusOn(null, LocalDate.of(2100, 1, 1)));
    assertNull(AccountLifecycle.recharged(null, BigDecimal.TEN, TODAY, POLICY));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-25, 5, 2026-03-22",
    "2026-02-25, 4, 2026-02-25",
    "2026-02-01, 5, 2026-03-22",
    "2026-06-30, 50, 2026-06-30",
    "2026-03-22, 5, 2026-03-22"
  })
  void aRechargeExtendsButNeverShortens(LocalDate before, BigDecimal amount, LocalDate after) {
    Dates dates = Dates.from(before, POLICY);
    assertEquals(after, AccountLifecycle.recharged(dates, amount, TODAY, POLICY).activeUntil());
  }

  @Test
  void aRechargeInGraceMakesTheAccountActive() {
    Dates late = AccountLifecycle.begin(TODAY.minusDays(12), POLICY);
    assertEquals(Stage.GRACE, AccountLifecycle.statusOn(late, TODAY));
    Dates renewed = AccountLifecycle.recharged(late, BigDecimal.TEN, TODAY, POLICY);
    assertEquals(Stage.ACTIVE, AccountLifecycle.statusOn(renewed, TODAY));
    assertSame(late, AccountLifecycle.recharged(late, BigDecimal.ONE, TODAY, POLICY));
  }

  /** Law: with no recharge the stage never goes back. */
  @Test
  void timeAloneNeverImprovesAStage() {
    Dates dates = AccountLifecycle.begin(TODAY, POLICY);
    Stage before = Stage.ACTIVE;
    for (int day = 0; day < 60; day++) {
      Stage stage = AccountLifecycle.statusOn(dates, TODAY.plusDays(day));
      assertFalse(stage.compareTo(before) < 0);
      before = stage;
    }
    assertEquals(Stage.CLOSED, before);
  }

  /** Law: a larger recharge never brings a shorter life. */
  @Test
  void moreMoneyNeverBringsLess() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      BigDecimal small = BigDecimal.valueOf(random.nextInt(10_000), 2);
      BigDecimal large = small.add(BigDecimal.valueOf(random.nextInt(10_000), 2));
      assertTrue(POLICY.daysFor(large) >= POLICY.daysFor(small));
    }
  }

  @Test
  void stagesOutOfOrderAreACallersBug() {
    assertThrows(IllegalArgumentException.class, () -> new Dates(TODAY, TODAY.minusDays(1), TODAY));
    assertThrows(IllegalArgumentException.class, () -> new Policy(0, List.of(), 0, 0));
  }
}
