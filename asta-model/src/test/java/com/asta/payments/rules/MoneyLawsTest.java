package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.payments.rules.AllocationPlan.Piece;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What holds for every payment and every debt, tried on many that nobody chose. */
class MoneyLawsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int RUNS = 3_000;
  private static final String[] NAMES = {"Anna Nowak", "Jan Kos", "Bar Łasuch", "Ewa Kos"};

  private long seed;
  private Random random;

  @BeforeEach
  void print(TestReporter reporter) {
    seed = System.nanoTime();
    random = new Random(seed);
    reporter.publishEntry("seed", String.valueOf(seed));
  }

  @Test
  void aPaymentAfterTheOtherNeverTakesMoreThanThereIs() {
    for (int run = 0; run < RUNS; run++) {
      List<OpenDebt> debts = debts(random.nextInt(8));
      Money limit = cents(0, 300);
      Money before = total(debts);
      Money paid = Money.zero("PLN");
      Money settled = Money.zero("PLN");
      Money writtenOff = Money.zero("PLN");
      List<OpenDebt> open = debts;
      for (int payment = 0; payment < 5; payment++) {
        Money amount = cents(1, 60_000);
        SettledDebts change = SettledDebts.of(amount, open, Set.of((long) payment), limit);
        Money pieces = sum(change.plan().pieces());
        assertEquals(amount, pieces.plus(change.plan().unallocated()), this::seed);
        paid = paid.plus(amount);
        settled = settled.plus(pieces);
        writtenOff = writtenOff.plus(sum(change.writeOffs()));
        open = change.debts();
      }
      assertTrue(settled.compareTo(paid) <= 0, this::seed);
      assertEquals(before, settled.plus(writtenOff).plus(total(open)), this::seed);
      assertTrue(settled.plus(writtenOff).compareTo(before) <= 0, this::seed);
    }
  }

  @Test
  void everyDebtShrinksByItsPiecesAlone() {
    for (int run = 0; run < RUNS; run++) {
      List<OpenDebt> debts = debts(random.nextInt(8));
      SettledDebts change = SettledDebts.of(cents(1, 90_000), debts, Set.of(), cents(0, 300));
      for (OpenDebt debt : debts) {
        List<Piece> gone = new ArrayList<>(change.plan().pieces());
        gone.addAll(change.writeOffs());
        gone.removeIf(piece -> piece.openItemId() != debt.openItemId());
        Money left =
            total(
                change.debts().stream()
                    .filter(each -> each.openItemId() == debt.openItemId())
                    .toList());
        assertEquals(debt.open(), left.plus(sum(gone)), this::seed);
      }
    }
  }

  @Test
  void theLedgerUndoesWhatItDid() {
    for (int run = 0; run < RUNS; run++) {
      Money amount = cents(1, 90_000);
      boolean known = random.nextBoolean();
      PaymentMethod method =
          random.nextBoolean() ? PaymentMethod.CASH : PaymentMethod.BANK_TRANSFER;
      assertNothing(Bookkeeping.allocation(amount), Bookkeeping.release(amount));
      assertNothing(Bookkeeping.writeOff(amount), Bookkeeping.writeOffReversal(amount));
      assertNothing(Bookkeeping.assignment(amount), Bookkeeping.unassignment(amount));
      assertNothing(
          Bookkeeping.payment(method, amount, known), Bookkeeping.returned(method, amount, known));
    }
  }

  @Test
  void aCertainMatchStaysWhateverPayersAndAmountsAdd() {
    int certain = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Debtor> all = new ArrayList<>();
      for (int account = 1; account <= 4; account++) {
        all.add(debtor(account));
      }
      IncomingPayment payment = payment(all);
      Set<String> keys = References.keysIn(payment.text());
      List<Debtor> named =
          all.stream()
              .filter(
                  each ->
                      keys.contains(References.key(each.number()))
                          || each.debts().stream()
                              .anyMatch(debt -> keys.contains(References.key(debt.number()))))
              .map(MoneyLawsTest::withoutPayer)
              .toList();
      Match match = Matching.decide(payment, named);
      if (Matching.isCertain(match, payment, named, MatchPolicy.USUAL)) {
        certain++;
        assertEquals(Matching.decide(payment, all), match, this::seed);
      }
    }
    assertTrue(certain > RUNS / 20, "only " + certain + " were certain; " + seed());
  }

  private void assertNothing(Posting done, Posting undone) {
    for (LedgerAccount account : LedgerAccount.values()) {
      assertTrue(done.changeOf(account).plus(undone.changeOf(account)).isZero(), this::seed);
    }
  }

  private Debtor debtor(long account) {
    List<OpenDebt> debts = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      debts.add(new OpenDebt(account * 10 + i, "FV/2026/" + account + i, DAY, DAY, few()));
    }
    return new Debtor(
        account,
        "A-00010" + account,
        NAMES[random.nextInt(NAMES.length)],
        random.nextInt(4) == 0,
        List.of(),
        debts);
  }

  private static Debtor withoutPayer(Debtor debtor) {
    return new Debtor(
        debtor.accountId(),
        debtor.number(),
        debtor.number(),
        false,
        debtor.documents(),
        debtor.debts());
  }

  private IncomingPayment payment(List<Debtor> debtors) {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      Debtor debtor = debtors.get(random.nextInt(debtors.size()));
      words.add(
          debtor.debts().isEmpty() || random.nextBoolean()
              ? debtor.number()
              : debtor.debts().get(0).number());
    }
    return new IncomingPayment(
        few(), NAMES[random.nextInt(NAMES.length)], "", String.join(" za ", words));
  }

  /** One of few amounts, so that they meet. */
  private Money few() {
    return Money.of(BigDecimal.valueOf(50 + random.nextInt(4)), "PLN");
  }

  private List<OpenDebt> debts(int count) {
    List<OpenDebt> debts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      debts.add(
          new OpenDebt(i, "FV/" + i, DAY, DAY.plusDays(random.nextInt(90)), cents(1, 50_000)));
    }
    return debts;
  }

  private Money cents(int least, int bound) {
    return Money.of(BigDecimal.valueOf(least + random.nextInt(bound), 2), "PLN");
  }

  private static Money sum(List<Piece> pieces) {
    return Money.sum(pieces.stream().map(Piece::amount).toList(), "PLN");
  }

  private static Money total(List<OpenDebt> debts) {
    return Money.sum(debts.stream().map(OpenDebt::open).toList(), "PLN");
  }

  private String seed() {
    return "seed " + seed;
  }
}
