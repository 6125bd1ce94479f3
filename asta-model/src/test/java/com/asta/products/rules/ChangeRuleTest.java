package com.asta.products.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRuleTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 5);

  private static OfferFacts fibre(long id, String net) {
    return new OfferFacts(
        id, "FIBRE-" + id, FulfilmentKind.FIBRE, false, false, new BigDecimal(net));
  }

  private static SubscriptionFacts since(LocalDate start, LocalDate endsOn) {
    return new SubscriptionFacts(
        SubscriptionStatus.ACTIVE, false, false, List.of(new PhaseSpan(300, start, null)), endsOn);
  }

  private static PhaseChange upsell(SubscriptionFacts facts, LocalDate from) {
    return ChangeRule.upsell(facts, fibre(300, "56.91"), fibre(600, "65.04"), from, TODAY);
  }

  @Test
  void theOldPhaseEndsWhereTheNewOneBegins() {
    assertEquals(
        new PhaseChange.Applied(
            List.of(
                new PhaseSpan(300, START, LocalDate.of(2026, 6, 1)),
                new PhaseSpan(600, LocalDate.of(2026, 6, 1), null))),
        upsell(since(START, null), LocalDate.of(2026, 6, 1)));
  }

  @Test
  void aChangeOnTheFirstDayReplacesThePhase() {
    assertEquals(
        new PhaseChange.Applied(List.of(new PhaseSpan(600, TODAY, null))),
        upsell(since(TODAY, null), TODAY));
  }

  @Test
  void phasesStayInOrderAndWithoutGaps() {
    SubscriptionFacts facts = since(START, null);
    for (int month = 6; month <= 12; month++) {
      LocalDate from = LocalDate.of(2026, month, 1);
      var applied =
          (PhaseChange.Applied)
              ChangeRule.upsell(
                  facts, fibre(facts.last().offerVersionId(), "1"), fibre(month, "2"), from, TODAY);
      facts =
          new SubscriptionFacts(SubscriptionStatus.ACTIVE, false, false, applied.phases(), null);
    }
    for (int each = 1; each < facts.phases().size(); each++) {
      assertEquals(facts.phases().get(each - 1).end(), facts.phases().get(each).start());
    }
    assertEquals(START, facts.start());
    assertEquals(8, facts.phases().size());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04, BACKDATED",
    "2026-05-05,",
    "2026-06-01,",
  })
  void anUpsellBeginsTodayOrLater(LocalDate from, ChangeRefusal refusal) {
    PhaseChange change = upsell(since(START, null), from);
    if (refusal == null) {
      assertInstanceOf(PhaseChange.Applied.class, change);
    } else {
      assertEquals(new PhaseChange.Refused(refusal), change);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FIBRE-300, FIBRE, false, false, 99.00, SAME_OFFER",
    "MOBILE-M, MOBILE, false, false, 99.00, OTHER_KIND",
    "FIBRE-X, FIBRE, true, false, 99.00, OTHER_KIND",
    "FIBRE-100, FIBRE, false, false, 44.72, NOT_BIGGER",
    "FIBRE-301, FIBRE, false, false, 56.91, NOT_BIGGER",
    "HOME, FIBRE, false, true, 105.69, BUNDLE_NOT_CHANGEABLE",
  })
  void onlyABiggerOfferOfTheSameKindWillDo(
      String code,
      FulfilmentKind kind,
      boolean prepaid,
      boolean bundle,
      BigDecimal net,
      ChangeRefusal refusal) {
    OfferFacts wished = new OfferFacts(7, code, kind, prepaid, bundle, net);
    assertEquals(
        new PhaseChange.Refused(refusal),
        ChangeRule.upsell(since(START, null), fibre(300, "56.91"), wished, TODAY, TODAY));
  }

  @ParameterizedTest
  @CsvSource({"BARRED, NOT_ACTIVE", "TERMINATED, NOT_ACTIVE"})
  void whatIsNotActiveCannotBeChanged(SubscriptionStatus status, ChangeRefusal refusal) {
    var facts =
        new SubscriptionFacts(status, false, false, List.of(new PhaseSpan(300, START, null)), null);
    assertEquals(new PhaseChange.Refused(refusal), upsell(facts, TODAY));
  }

  @Test
  void aMemberOfABundleChangesOnlyWithIt() {
    var facts =
        new SubscriptionFacts(
            SubscriptionStatus.ACTIVE, true, false, List.of(new PhaseSpan(300, START, null)), null);
    assertEquals(new PhaseChange.Refused(ChangeRefusal.PART_OF_BUNDLE), upsell(facts, TODAY));
    assertEquals(
        new PhaseChange.Refused(ChangeRefusal.PART_OF_BUNDLE),
        ChangeRule.resign(facts, TODAY, TODAY));
  }

  @Test
  void aChangeCannotComeBeforeOneThatIsPlanned() {
    LocalDate planned = LocalDate.of(2026, 7, 1);
    var facts =
        new SubscriptionFacts(
            SubscriptionStatus.ACTIVE,
            false,
            false,
            List.of(new PhaseSpan(300, START, planned), new PhaseSpan(500, planned, null)),
            null);
    assertEquals(
        new PhaseChange.Refused(ChangeRefusal.CHANGE_PENDING),
        upsell(facts, LocalDate.of(2026, 6, 1)));
  }

  @Test
  void aResignationCutsThePhaseAndDropsLaterOnes() {
    LocalDate planned = LocalDate.of(2026, 7, 1);
    var facts =
        new SubscriptionFacts(
            SubscriptionStatus.BARRED,
            false,
            false,
            List.of(new PhaseSpan(300, START, planned), new PhaseSpan(500, planned, null)),
            null);
    assertEquals(
        new PhaseChange.Applied(List.of(new PhaseSpan(300, START, LocalDate.of(2026, 6, 1)))),
        ChangeRule.resign(facts, LocalDate.of(2026, 6, 1), TODAY));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10, 2026-05-04, BACKDATED",
    "2026-05-05, 2026-05-05, BEFORE_START",
    "2026-09-01, 2026-08-01, BEFORE_START",
  })
  void aResignationLeavesAtLeastADayOfService(
      LocalDate start, LocalDate on, ChangeRefusal refusal) {
    assertEquals(
        new PhaseChange.Refused(refusal), ChangeRule.resign(since(start, null), on, TODAY));
  }

  @Test
  void nobodyResignsTwice() {
    assertEquals(
        new PhaseChange.Refused(ChangeRefusal.ALREADY_ENDING),
        ChangeRule.resign(since(START, TODAY.plusDays(9)), TODAY.plusDays(3), TODAY));
  }
}
