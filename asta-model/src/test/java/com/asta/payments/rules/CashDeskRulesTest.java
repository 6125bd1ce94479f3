package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.payments.model.CashShift;
import com.asta.payments.rules.BankedCash.Bag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashDeskRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final List<Bag> BAGS =
      List.of(
          new Bag(1, "BZ0001234", pln("500")),
          new Bag(2, "BZ0001235", pln("500")),
          new Bag(3, "BZ0001240", pln("740.50")));

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "'',                    0",
    "'500x1',               500",
    "'0.01x3 0.02x1',       0.05",
    "'200x2 50x1 0.50x3',   451.5",
    "'500x0 1x99999',       99999",
    "'0.20x7 0.05x1 0.1x2', 1.65"
  })
  void aCountIsTheSumOfItsPieces(String pieces, String total) {
    assertEquals(pln(total), new CashCount(pieces(pieces)).total());
  }

  @ParameterizedTest
  @CsvSource({"'3x1'", "'500x-1'", "'0.03x2'", "'1x100000'", "'10x1 10.00x2'"})
  void whatCannotBeInADrawerIsNoCount(String pieces) {
    assertThrows(IllegalArgumentException.class, () -> new CashCount(pieces(pieces)));
  }

  @ParameterizedTest(name = "expected {0}, counted {1}, limit {2}, \"{3}\": {4} {5}")
  @CsvSource({
    "100,    100,    10, '',        CLOSED,              0",
    "100,    100.00, 0,  '',        CLOSED,              0",
    "100,    99.99,  10, '',        EXPLANATION_MISSING, -0.01",
    "100,    99.99,  10, '  ',      EXPLANATION_MISSING, -0.01",
    "100,    90,     10, 'change',  CLOSED,              -10",
    "100,    89.99,  10, 'change',  SECOND_PERSON,       -10.01",
    "100,    110,    10, 'change',  CLOSED,              10",
    "100,    110.01, 10, 'change',  SECOND_PERSON,       10.01",
    "100,    100.01, 0,  'change',  SECOND_PERSON,       0.01",
    "0,      0,      10, '',        CLOSED,              0"
  })
  void aDifferenceIsExplainedAndALargeOneConfirmed(
      String expected,
      String counted,
      String limit,
      String explanation,
      CashClosing.Outcome outcome,
      String difference) {
    assertEquals(
        new CashClosing(outcome, pln(difference)),
        CashClosing.of(pln(expected), pln(counted), pln(limit), explanation));
  }

  @ParameterizedTest(name = "\"{0}\", {1} from {2}: {3}")
  @CsvSource({
    "'WPLATA ZAMKNIETA BZ-0001234',  500.00, '',         1",
    "'worek bz 0001235',             500.00, '',         2",
    "'worek BZ0001240',              740.00, '',         3",
    "'BZ0001234 BZ0001235',          500.00, '',         ''",
    "'wpłata gotówki',               740.50, 'ASTA TEL', 3",
    "'wpłata gotówki',               500.00, 'ASTA TEL', ''",
    "'wpłata gotówki',               740.50, 'Jan Kos',  ''",
    "'BZ000124',                     740.50, '',         ''",
    "'',                             740.50, '',         ''"
  })
  void aBagIsKnownByItsNumberOrTheOnlyOneOfItsAmount(
      String text, String amount, String payer, String deposit) {
    assertEquals(
        deposit,
        BankedCash.find(new IncomingPayment(pln(amount), payer, "", text), "Asta Tel", BAGS)
            .map(bag -> String.valueOf(bag.depositId()))
            .orElse(""));
  }

  @Test
  void aShiftIsCountedConfirmedByAnotherAndClosedOnce() {
    CashShift shift = new CashShift("K1", "ewa", pln("0"), pln("200"), NOW);
    assertThrows(IllegalStateException.class, () -> shift.close(NOW));
    shift.count(pln("300"), pln("250"), "stolen", NOW);
    assertEquals(pln("-50"), shift.getDifference());
    assertThrows(IllegalStateException.class, () -> shift.count(pln("1"), pln("1"), "", NOW));
    assertThrows(IllegalArgumentException.class, () -> shift.confirm("ewa"));
    shift.reopen();
    shift.count(pln("300"), pln("300"), "", NOW);
    shift.confirm("jan");
    shift.close(NOW);
    assertEquals(CashShiftState.CLOSED, shift.getState());
    assertThrows(IllegalStateException.class, shift::reopen);
  }

  @Test
  void cashOfABagReachesTheBankToTheLastCent(TestReporter reporter) {
    long seed = System.nanoTime();
    reporter.publishEntry("seed", String.valueOf(seed));
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      Money sent = cents(1 + random.nextInt(90_000));
      Money credited = random.nextBoolean() ? sent : cents(1 + random.nextInt(90_000));
      List<Posting> postings = new ArrayList<>(Bookkeeping.banked(sent, credited));
      assertEquals(credited, change(postings, LedgerAccount.BANK), "seed " + seed);
      assertEquals(sent.negated(), change(postings, LedgerAccount.CASH_IN_TRANSIT), "seed " + seed);
      assertEquals(
          sent.minus(credited), change(postings, LedgerAccount.CASH_DIFFERENCES), "seed " + seed);
      assertTrue(postings.size() <= 2, "seed " + seed);
    }
  }

  private static Money change(List<Posting> postings, LedgerAccount account) {
    return Money.sum(postings.stream().map(each -> each.changeOf(account)).toList(), "PLN");
  }

  private static List<CashPieces> pieces(String text) {
    List<CashPieces> pieces = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] parts = each.split("x");
      pieces.add(new CashPieces(new BigDecimal(parts[0]), Integer.parseInt(parts[1])));
    }
    return pieces;
  }

  private static Money cents(int cents) {
    return Money.of(BigDecimal.valueOf(cents, 2), "PLN");
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
