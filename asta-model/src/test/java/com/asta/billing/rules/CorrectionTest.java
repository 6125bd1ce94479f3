package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.rules.CreditOutcome.Credited;
import com.asta.billing.rules.CreditOutcome.Fault;
import com.asta.billing.rules.CreditOutcome.Impossible;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {
  private static final int INVOICES = 2_000;
  private static final List<VatRate> RATES =
      List.of(
          TaxRules.taxed("23"),
          TaxRules.taxed("8"),
          TaxRules.taxed("5"),
          TaxRules.none("zw.", VatTreatment.EXEMPT));

  /** What is left of an invoice; credit notes change it. */
  private record State(List<LineLeft> lines, List<TaxLine> taxes) {
    Correction correction() {
      return new Correction(lines, taxes);
    }

    Money gross() {
      return Money.sum(taxes.stream().map(TaxLine::gross).toList(), "PLN");
    }

    State after(Credited note) {
      List<LineLeft> left =
          lines.stream()
              .map(
                  line ->
                      note.lines().stream()
                          .filter(c -> c.line() == line.line())
                          .findFirst()
                          .map(
                              c ->
                                  new LineLeft(
                                      line.line(), line.rate(), c.after(), c.quantityAfter()))
                          .orElse(line))
              .toList();
      List<TaxLine> rest =
          taxes.stream()
              .map(
                  tax ->
                      note.taxes().stream()
                          .filter(t -> t.label().equals(tax.label()))
                          .findFirst()
                          .map(t -> sum(tax, t))
                          .orElse(tax))
              .toList();
      return new State(left, rest);
    }

    private static TaxLine sum(TaxLine one, TaxLine other) {
      return new TaxLine(
          one.rate(),
          one.net().plus(other.net()),
          one.tax().plus(other.tax()),
          one.rounding().plus(other.rounding()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // line 1 was 100.00 at 23 %; what it should have been, and the note's net, tax, gross
    "0,      -100.00, -23.00, -123.00",
    "40,      -60.00, -13.80,  -73.80",
    "99.99,    -0.01,   0.00,   -0.01",
    "33.33,   -66.67, -15.33,  -82.00",
  })
  void theNoteIsTheDifferenceOfTheRightAndTheWrong(
      String right, String net, String tax, String gross) {
    State state = state(new String[] {"100"}, RATES.get(0));
    Credited note = credited(state.correction().correct(List.of(to(1, right))));
    assertEquals(pln(net), note.net());
    assertEquals(pln(tax), note.tax());
    assertEquals(pln(gross), note.gross());
    assertEquals(pln(right), note.lines().get(0).after());
  }

  @ParameterizedTest
  @CsvSource({
    "100,    NOTHING_TO_CORRECT",
    "100.01, MORE_THAN_LEFT",
    "-0.01,  MORE_THAN_LEFT",
  })
  void noMoreIsGivenBackThanIsLeft(String right, Fault fault) {
    State state = state(new String[] {"100"}, RATES.get(0));
    CreditOutcome outcome = state.correction().correct(List.of(to(1, right)));
    assertEquals(fault, assertInstanceOf(Impossible.class, outcome).fault());
  }

  @Test
  void aLineTheInvoiceLacksIsRefused() {
    State state = state(new String[] {"100"}, RATES.get(0));
    assertEquals(
        new Impossible(Fault.LINE_UNKNOWN, 9), state.correction().correct(List.of(to(9, "0"))));
  }

  @Test
  void takingADiscountBackIsNoCredit() {
    State state = state(new String[] {"100", "-30"}, RATES.get(0));
    assertEquals(
        new Impossible(Fault.NOT_A_CREDIT, 0), state.correction().correct(List.of(to(2, "0"))));
  }

  @Test
  void aQuantityFollowsItsLine() {
    State state = state(new String[] {"10"}, RATES.get(0));
    LineLeft used = new LineLeft(1, "23%", pln("10"), new BigDecimal("600"));
    Correction correction = new Correction(List.of(used), state.taxes());
    LineChange half = new LineChange(1, pln("5"), new BigDecimal("300"));
    CreditLine line = credited(correction.correct(List.of(half))).lines().get(0);
    assertEquals(new BigDecimal("-300"), line.quantity());
    LineChange more = new LineChange(1, pln("5"), new BigDecimal("601"));
    assertInstanceOf(Impossible.class, correction.correct(List.of(more)));
  }

  @Test
  void invoiceAndReversalAreZero() {
    Random random = random();
    for (int i = 0; i < INVOICES; i++) {
      State state = state(random);
      Credited note = credited(state.correction().reverse());
      assertEquals(state.gross(), note.gross().negated());
      assertTrue(state.after(note).taxes().stream().allMatch(CorrectionTest::isNothing));
    }
  }

  @Test
  void whateverWasCorrectedBeforeTheRestComesToZero() {
    Random random = random();
    for (int i = 0; i < INVOICES; i++) {
      State state = state(random);
      Money given = pln("0");
      for (int step = 0; step < 3; step++) {
        CreditOutcome outcome = state.correction().correct(changes(state, random));
        if (outcome instanceof Credited note) {
          given = given.plus(note.gross());
          state = state.after(note);
          assertTaxIsThatOfWhatIsLeft(state);
        }
      }
      if (state.gross().isPositive()) {
        Credited rest = credited(state.correction().reverse());
        given = given.plus(rest.gross());
        state = state.after(rest);
      }
      assertTrue(state.gross().isZero(), state + " after " + given);
    }
  }

  private static void assertTaxIsThatOfWhatIsLeft(State state) {
    for (TaxLine tax : state.taxes()) {
      Money due = tax.net().times(tax.percent().movePointLeft(2)).rounded();
      Money off = tax.tax().minus(due);
      assertTrue(
          off.amount().abs().compareTo(new BigDecimal("0.01")) <= 0,
          tax + " is off by more than what the exact amounts explain");
      assertFalse(tax.net().isNegative(), tax.toString());
    }
  }

  private static boolean isNothing(TaxLine tax) {
    return tax.net().isZero() && tax.tax().isZero() && tax.rounding().isZero();
  }

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("CorrectionTest seed " + seed);
    return new Random(seed);
  }

  private static List<LineChange> changes(State state, Random random) {
    return state.lines().stream()
        .filter(line -> random.nextBoolean())
        .map(
            line ->
                new LineChange(
                    line.line(),
                    line.net().times(BigDecimal.valueOf(random.nextInt(101), 2)).rounded(),
                    null))
        .toList();
  }

  /** Some lines with exact amounts of up to 6 decimals at some rates. */
  private static State state(Random random) {
    List<LineLeft> lines = new ArrayList<>();
    List<TaxLine> taxes = new ArrayList<>();
    for (VatRate rate : RATES) {
      List<Money> exact = new ArrayList<>();
      int count = random.nextInt(4) + (rate == RATES.get(0) ? 1 : 0);
      for (int i = 0; i < count; i++) {
        Money amount = Money.of(BigDecimal.valueOf(1 + random.nextInt(200_000_000), 6), "PLN");
        exact.add(amount);
        lines.add(new LineLeft(lines.size() + 1, rate.label(), amount.rounded(), null));
      }
      if (!exact.isEmpty()) {
        taxes.add(tax(rate, exact));
      }
    }
    State state = new State(lines, taxes);
    return state.gross().isPositive() ? state : state(random);
  }

  private static State state(String[] amounts, VatRate rate) {
    List<LineLeft> lines = new ArrayList<>();
    List<Money> exact = new ArrayList<>();
    for (String amount : amounts) {
      exact.add(pln(amount));
      lines.add(new LineLeft(lines.size() + 1, rate.label(), pln(amount).rounded(), null));
    }
    return new State(lines, List.of(tax(rate, exact)));
  }

  private static TaxLine tax(VatRate rate, List<Money> exact) {
    Money sum = Money.sum(exact, "PLN");
    Money shown = Money.sum(exact.stream().map(Money::rounded).toList(), "PLN");
    BigDecimal factor = rate.percent().movePointLeft(2);
    Money tax =
        pln(sum.amount().multiply(factor).setScale(2, RoundingMode.HALF_UP).toPlainString());
    return new TaxLine(rate, sum.rounded(), tax, sum.rounded().minus(shown));
  }

  private static Credited credited(CreditOutcome outcome) {
    return assertInstanceOf(Credited.class, outcome);
  }

  private static LineChange to(int line, String net) {
    return new LineChange(line, pln(net), null);
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
