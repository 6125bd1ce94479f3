package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.payments.rules.InstalmentPlan.Instalment;
import com.asta.payments.rules.LateInterest.Owed;
import com.asta.payments.rules.LateInterest.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerAccountingTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

  @ParameterizedTest
  @CsvSource({
    "100.00, 3, 33.34 33.33 33.33",
    "100.01, 3, 33.34 33.34 33.33",
    "0.03,   3, 0.01 0.01 0.01",
    "50.00,  1, 50.00",
    "99.99,  2, 50.00 49.99"
  })
  void whatDoesNotDivideIsInTheFirstParts(String total, int parts, String amounts) {
    InstalmentPlan plan = InstalmentPlan.monthly(pln(total), parts, FIRST, 3);
    assertEquals(
        amounts,
        String.join(
            " ",
            plan.instalments().stream()
                .map(each -> each.amount().displayAmount().toPlainString())
                .toList()));
  }

  @Test
  void partsFollowMonthByMonthOnTheLastDayWhereTheMonthIsShorter() {
    assertEquals(
        List.of(FIRST, LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31)),
        InstalmentPlan.monthly(pln("90"), 3, FIRST, 0).instalments().stream()
            .map(Instalment::dueOn)
            .toList());
  }

  @Test
  void partsSumToTheWhole() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      Money total = Money.of(BigDecimal.valueOf(100 + random.nextInt(1_000_000), 2), "PLN");
      int parts = 1 + random.nextInt(InstalmentPlan.MOST);
      InstalmentPlan plan = InstalmentPlan.monthly(total, parts, FIRST, random.nextInt(10));
      assertEquals(total, plan.total(), "seed " + seed);
      assertEquals(parts, plan.instalments().size(), "seed " + seed);
    }
  }

  @ParameterizedTest(name = "{0} paid on {1}: {2}")
  @CsvSource({
    "0,     2026-01-31, KEPT",
    "0,     2026-02-03, KEPT",
    "0,     2026-02-04, BROKEN",
    "29.99, 2026-02-04, BROKEN",
    "30,    2026-02-04, KEPT",
    "30,    2026-03-04, BROKEN",
    "60,    2026-03-04, KEPT",
    "89.99, 2026-04-04, BROKEN",
    "90,    2027-01-01, PAID"
  })
  void aPlanIsBrokenWhenAPartIsLate(String paid, LocalDate day, InstalmentPlan.Standing expected) {
    assertEquals(expected, InstalmentPlan.monthly(pln("90"), 3, FIRST, 3).standing(pln(paid), day));
  }

  @Test
  void instalmentsMustRise() {
    Instalment one = new Instalment(FIRST, pln("1"));
    assertThrows(IllegalArgumentException.class, () -> new InstalmentPlan(List.of(one, one), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0,  2026-01-31, OPEN",
    "49, 2026-01-31, OPEN",
    "49, 2026-02-01, BROKEN",
    "50, 2026-01-01, KEPT",
    "60, 2026-02-01, KEPT"
  })
  void aPromiseIsKeptByMoneyInTime(String received, LocalDate day, Promise.Standing expected) {
    assertEquals(expected, new Promise(pln("50"), FIRST).standing(pln(received), day));
  }

  @ParameterizedTest(name = "{0} for {1} to {2} = {3}")
  @CsvSource({
    // 1000 x 10 % x 36.5 days / 365 would be 10.00; 73 days are 20.00
    "1000,   2026-01-01, 2026-03-15, 20.00",
    "1000,   2026-01-01, 2026-01-01, 0",
    "365,    2026-01-01, 2026-01-02, 0.10",
    "36.5,   2026-01-01, 2026-01-02, 0.01",
    "18.24,  2026-01-01, 2026-01-02, 0",
    // from 1 July on 8 %: 10 days of 10 %, 10 of 8 %
    "3650,   2026-06-21, 2026-07-11, 18.00",
    // a leap year has 365 days too
    "3650,   2024-02-01, 2024-03-01, 29.00"
  })
  void interestIsSimpleByDays(String principal, LocalDate from, LocalDate until, String expected) {
    assertEquals(
        pln(expected),
        LateInterest.accrued(
            List.of(new Owed(LocalDate.of(2020, 1, 1), pln(principal))),
            from,
            until,
            rates(),
            "PLN"));
  }

  @Test
  void interestFollowsThePrincipalAndIsRoundedOnce() {
    List<Owed> owed =
        List.of(
            new Owed(LocalDate.of(2026, 1, 1), pln("365")),
            new Owed(LocalDate.of(2026, 1, 11), pln("182.50")),
            new Owed(LocalDate.of(2026, 1, 21), pln("0")));
    assertEquals(
        pln("1.50"),
        LateInterest.accrued(
            owed, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1), rates(), "PLN"));
    List<Owed> tiny = List.of(new Owed(LocalDate.of(2026, 1, 1), pln("10")));
    assertEquals(
        pln("0.08"),
        LateInterest.accrued(
            tiny, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), rates(), "PLN"),
        "thirty days of 0.27 grosze are eight grosze, not thirty times zero");
  }

  @Test
  void interestGrowsWithDaysAndPrincipal() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    LocalDate from = LocalDate.of(2026, 5, 1);
    for (int i = 0; i < 10_000; i++) {
      Money principal = Money.of(BigDecimal.valueOf(random.nextInt(1_000_000), 2), "PLN");
      Money more = principal.plus(Money.of(BigDecimal.valueOf(random.nextInt(1_000), 2), "PLN"));
      LocalDate until = from.plusDays(random.nextInt(400));
      Money interest = of(principal, from, until);
      assertTrue(interest.compareTo(of(principal, from, until.plusDays(1))) <= 0, "seed " + seed);
      assertTrue(interest.compareTo(of(more, from, until)) <= 0, "seed " + seed);
      assertTrue(!interest.isNegative(), "seed " + seed);
    }
  }

  private static Money of(Money principal, LocalDate from, LocalDate until) {
    return LateInterest.accrued(
        List.of(new Owed(LocalDate.of(2020, 1, 1), principal)), from, until, rates(), "PLN");
  }

  private static List<Rate> rates() {
    return List.of(
        new Rate(LocalDate.of(2020, 1, 1), new BigDecimal("10")),
        new Rate(LocalDate.of(2026, 7, 1), new BigDecimal("8")));
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
