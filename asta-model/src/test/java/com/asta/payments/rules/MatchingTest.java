package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 15);
  private static final Debtor ANNA =
      new Debtor(
          1,
          "A-000101",
          "Anna Żółkiewska",
          false,
          List.of("FV/2026/09/000003"),
          List.of(debt(11, "FV/2026/11/000011", "123.00"), debt(12, "FV/2026/10/000007", "50.00")));
  private static final Debtor BAR =
      new Debtor(
          2,
          "A-000102",
          "Bar Mleczny Łasuch",
          true,
          List.of(),
          List.of(debt(21, "FV/2026/11/000012", "99.99")));
  private static final Debtor CELINA =
      new Debtor(
          3,
          "A-000103",
          "Celina Nowak",
          false,
          List.of(),
          List.of(debt(31, "FV/2026/11/000013", "123.00")));

  @ParameterizedTest(name = "\"{0}\", {1} from {2}: {3}")
  @CsvSource({
    "'A-000101',                    10.00,  '',                 '1 ACCOUNT_NUMBER []'",
    "'wpłata a 000101 listopad',    10.00,  '',                 '1 ACCOUNT_NUMBER []'",
    "'konto A000101',               10.00,  '',                 '1 ACCOUNT_NUMBER []'",
    "'Faktura FV/2026/11/000011',   123.00, '',                 '1 DOCUMENT_NUMBER [11]'",
    "'fv 2026-11-000011 dziękuję',  1.00,   '',                 '1 DOCUMENT_NUMBER [11]'",
    "'FV202611000011',              1.00,   '',                 '1 DOCUMENT_NUMBER [11]'",
    "'jeszcze raz FV/2026/09/000003', 9.00, '',                 '1 DOCUMENT_NUMBER []'",
    "'A-000101 FV/2026/10/000007',  50.00,  '',                 '1 ACCOUNT_NUMBER [12]'",
    "'FV/2026/11/000011 A-000102',  123.00, 'Anna Żółkiewska',  'SEVERAL_FIT'",
    "'abonament',                   123.00, 'ŻÓŁKIEWSKA ANNA',  '1 AMOUNT_AND_PAYER [11]'",
    "'abonament',                   173.00, 'Anna Zolkiewska',  '1 AMOUNT_AND_PAYER []'",
    "'abonament',                   99.99,  '',                 '2 AMOUNT_AND_PAYER [21]'",
    "'abonament',                   99.98,  '',                 'NOTHING_FITS'",
    "'abonament',                   123.00, 'Ktoś Inny',        'NOTHING_FITS'",
    "'',                            123.00, '',                 'NOTHING_FITS'",
    "'FV/2026/11/00001',            123.00, '',                 'NOTHING_FITS'"
  })
  void rulesAreTriedInTheirOrder(String text, String amount, String payer, String expected) {
    Match match =
        Matching.decide(
            new IncomingPayment(pln(amount), payer, "", text), List.of(ANNA, BAR, CELINA));

    String told =
        match instanceof Match.Matched matched
            ? matched.accountId() + " " + matched.rule() + " " + matched.named()
            : ((Match.Unmatched) match).reason().name();
    assertEquals(expected, told);
  }

  @Test
  void theOwnVirtualAccountComesFirstWhateverTheTextSays() {
    VirtualAccounts virtual = Formats.VIRTUAL;
    IncomingPayment payment =
        new IncomingPayment(
            pln("50.00"), "", "", "FV/2026/11/000012", virtual.of(1).orElseThrow().value());
    assertEquals("1 VIRTUAL_ACCOUNT [12]", told(payment, MatchPolicy.USUAL, virtual));
    assertEquals(
        "2 DOCUMENT_NUMBER [21]",
        told(payment, new MatchPolicy(List.of(MatchRule.DOCUMENT_NUMBER)), virtual));
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource({
    "A-000102 FV/2026/11/000012, DOCUMENT_NUMBER ACCOUNT_NUMBER, '2 DOCUMENT_NUMBER [21]'",
    "A-000102 FV/2026/11/000012, ACCOUNT_NUMBER DOCUMENT_NUMBER, '2 ACCOUNT_NUMBER [21]'",
    "A-000102, DOCUMENT_NUMBER, NOTHING_FITS",
    "FV/2026/11/000011 i FV/2026/10/000007, DOCUMENT_NUMBER, '1 DOCUMENT_NUMBER [11, 12]'"
  })
  void thePolicySaysWhichRulesAreTriedAndInWhichOrder(String text, String order, String expected) {
    MatchPolicy policy =
        new MatchPolicy(java.util.Arrays.stream(order.split(" ")).map(MatchRule::valueOf).toList());
    assertEquals(
        expected,
        told(new IncomingPayment(pln("1.00"), "", "", text), policy, VirtualAccounts.NONE));
  }

  @ParameterizedTest(name = "{0} for 10, 20, 30, 41: {1}")
  @CsvSource({
    "61, '7 SUM_OF_DOCUMENTS [2, 4]'",
    "51, '7 SUM_OF_DOCUMENTS [1, 4]'",
    "30, '7 AMOUNT_AND_PAYER [3]'",
    "101, '7 AMOUNT_AND_PAYER []'",
    "33, NOTHING_FITS",
    "71, NOTHING_FITS"
  })
  void severalDocumentsInOneTransferAreFoundIfThereIsOneWay(String amount, String expected) {
    Debtor debtor =
        new Debtor(
            7,
            "A-000107",
            "Jan Nowak",
            true,
            List.of(),
            List.of(
                debt(1, "1", "10"), debt(2, "2", "20"), debt(3, "3", "30"), debt(4, "4", "41")));
    Match match = Matching.decide(new IncomingPayment(pln(amount), "", "", ""), List.of(debtor));
    assertEquals(expected, told(match));
  }

  private static String told(IncomingPayment payment, MatchPolicy policy, VirtualAccounts virtual) {
    return told(Matching.decide(payment, List.of(ANNA, BAR, CELINA), policy, virtual));
  }

  private static String told(Match match) {
    return match instanceof Match.Matched matched
        ? matched.accountId()
            + " "
            + matched.rule()
            + " "
            + new java.util.TreeSet<>(matched.named())
        : ((Match.Unmatched) match).reason().name();
  }

  @Test
  void twoPayersOfOneNameWhoOweTheSameAreLeftToAPerson() {
    Debtor namesake = new Debtor(4, "A-000104", "Nowak Celina", false, List.of(), CELINA.debts());
    Match match =
        Matching.decide(
            new IncomingPayment(pln("123.00"), "CELINA NOWAK", "", ""), List.of(CELINA, namesake));
    assertEquals(Match.Reason.SEVERAL_FIT, assertInstanceOf(Match.Unmatched.class, match).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "123.00, Celina Nowak, Unmatched", "124.00, Celina Nowak, Matched",
    "123.00, Somebody,     Matched", "40.00,  Celina Nowak, Matched"
  })
  void aSlipDoesNotSettleAStrangersDebt(String amount, String payer, String expected) {
    Debtor stranger =
        new Debtor(
            5,
            "A-000105",
            "Ewa Obca",
            false,
            List.of(),
            List.of(debt(51, "FV/2026/11/000031", "40.00")));
    Match match =
        Matching.decide(
            new IncomingPayment(pln(amount), payer, "", "FV/2026/11/000031"),
            List.of(CELINA, stranger));
    assertEquals(expected, match.getClass().getSimpleName());
  }

  @Test
  void theLikelierCandidateComesFirstAndSaysWhy() {
    List<Candidate> candidates =
        Matching.candidates(
            new IncomingPayment(pln("123.00"), "Celina Nowak", "", "FV 2026/11/000031"),
            List.of(ANNA, BAR, CELINA),
            5);

    assertEquals(3, candidates.get(0).debtor().accountId());
    assertTrue(candidates.get(0).reasons().contains(Candidate.Sign.PAYER_NAME));
    assertTrue(candidates.get(0).reasons().contains(Candidate.Sign.SIMILAR_NUMBER));
    assertTrue(candidates.get(0).reasons().contains(Candidate.Sign.AMOUNT_OF_ITEM));
    for (int i = 1; i < candidates.size(); i++) {
      assertTrue(candidates.get(i - 1).score() >= candidates.get(i).score());
    }
    for (Candidate candidate : candidates) {
      assertTrue(candidate.score() > 0 && candidate.score() <= 100);
    }
  }

  @Test
  void whatHasNoSignIsNoCandidate() {
    assertEquals(
        List.of(),
        Matching.candidates(
            new IncomingPayment(pln("7.77"), "Ktoś", "", "nic"), List.of(ANNA, CELINA), 5));
  }

  @ParameterizedTest
  @CsvSource({
    "FV202611000011, FV202611000011, true",
    "FV202611000012, FV202611000011, true",
    "FV20261100011,  FV202611000011, true",
    "FV202611000101, FV202611000011, true",
    "FV202611000111, FV202611000011, true",
    "FV202611000022, FV202611000011, false",
    "A1,             A2,             false"
  })
  void oneSlipOfTheFingerIsRecognised(String typed, String right, boolean expected) {
    assertEquals(expected, Typing.oneSlip(typed, right));
  }

  @Test
  void hugeTextsAreCutNotChoked() {
    Set<String> keys = References.keysIn("FV/2026/11/000011 " + "a1b2c3 ".repeat(100_000));
    assertTrue(keys.contains("FV202611000011"));
    assertFalse(keys.size() > 5_000);
  }

  private static OpenDebt debt(long id, String number, String open) {
    return new OpenDebt(id, number, DAY, DAY, pln(open));
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
