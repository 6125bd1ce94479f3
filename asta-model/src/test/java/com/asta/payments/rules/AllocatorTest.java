package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocatorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @ParameterizedTest(name = "{0} over 100 (older) and 50, named {1}: {2}, left {3}")
  @CsvSource({
    "150, '',  '1=100 2=50', 0",
    "100, '',  '1=100',      0",
    "120, '',  '1=100 2=20', 0",
    "50,  '2', '2=50',       0",
    "70,  '2', '2=50 1=20',  0",
    "200, '2', '2=50 1=100', 50",
    "0,   '',  '',           0",
    "0.01, '', '1=0.01',     0"
  })
  void namedDebtsFirstThenTheOldest(String amount, String named, String pieces, String left) {
    AllocationPlan plan =
        Allocator.allocate(
            pln(amount),
            List.of(debt(2, "50", 10), debt(1, "100", 0)),
            named.isEmpty() ? Set.of() : Set.of(Long.valueOf(named)));

    assertEquals(
        pieces,
        plan.pieces().stream()
            .map(piece -> piece.openItemId() + "=" + piece.amount().amount().toPlainString())
            .collect(Collectors.joining(" ")));
    assertEquals(pln(left), plan.unallocated());
  }

  @Test
  void piecesAndRestSumToThePaymentAndNeverExceedADebt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      List<OpenDebt> debts = new ArrayList<>();
      for (int i = 0; i < random.nextInt(8); i++) {
        debts.add(debt(i, cents(random, 1, 50_000).toPlainString(), random.nextInt(90)));
      }
      Money amount = Money.of(cents(random, 0, 200_000), "PLN");
      Set<Long> named = random.nextBoolean() ? Set.of((long) random.nextInt(8)) : Set.of();
      AllocationPlan plan = Allocator.allocate(amount, debts, named);

      Money sum =
          Money.sum(plan.pieces().stream().map(AllocationPlan.Piece::amount).toList(), "PLN");
      assertEquals(amount, sum.plus(plan.unallocated()), "seed " + seed);
      Map<Long, OpenDebt> byId =
          debts.stream().collect(Collectors.toMap(OpenDebt::openItemId, Function.identity()));
      for (AllocationPlan.Piece piece : plan.pieces()) {
        assertTrue(piece.amount().isPositive(), "seed " + seed);
        assertTrue(
            piece.amount().compareTo(byId.get(piece.openItemId()).open()) <= 0, "seed " + seed);
      }
      Money limit = Money.of(cents(random, 0, 300), "PLN");
      for (AllocationPlan.Piece rest : SmallDifference.toWriteOff(plan, debts, limit)) {
        Money paid =
            plan.pieces().stream()
                .filter(piece -> piece.openItemId() == rest.openItemId())
                .findFirst()
                .orElseThrow()
                .amount();
        assertEquals(byId.get(rest.openItemId()).open(), paid.plus(rest.amount()), "seed " + seed);
        assertTrue(rest.amount().compareTo(limit) <= 0, "seed " + seed);
      }
      Money open = Money.sum(debts.stream().map(OpenDebt::open).toList(), "PLN");
      assertTrue(plan.unallocated().isZero() || sum.equals(open), "seed " + seed);
    }
  }

  @ParameterizedTest(name = "{0} of 100 and 50, limit {1}: {2}")
  @CsvSource({
    "99.99, 1, '1=0.01'",
    "99, 1, '1=1'",
    "98.99, 1, ''",
    "100, 1, ''",
    "149.50, 1, '2=0.5'",
    "99.99, 0, ''",
    "0, 200, ''",
    "200, 1, ''"
  })
  void onlyAPaidItemsSmallRestIsWrittenOff(String amount, String limit, String expected) {
    List<OpenDebt> debts = List.of(debt(1, "100", 0), debt(2, "50", 10));
    assertEquals(
        expected,
        SmallDifference.toWriteOff(
                Allocator.allocate(pln(amount), debts, Set.of()), debts, pln(limit))
            .stream()
            .map(piece -> piece.openItemId() + "=" + piece.amount().amount().toPlainString())
            .collect(Collectors.joining(" ")));
  }

  private static BigDecimal cents(Random random, int least, int bound) {
    return BigDecimal.valueOf(least + random.nextInt(bound), 2);
  }

  private static OpenDebt debt(long id, String open, int day) {
    return new OpenDebt(id, "FV/" + id, DAY, DAY.plusDays(day), pln(open));
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
