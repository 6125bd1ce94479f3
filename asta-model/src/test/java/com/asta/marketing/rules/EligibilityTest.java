package com.asta.marketing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {
  private static final int CAP = 3;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "true, true, true, false, 0, -",
        "true, true, true, false, 2, -",
        "true, true, true, false, 3, MAILED_TOO_OFTEN",
        "true, true, false, false, 0, NO_CONSENT",
        "true, true, true, true, 0, SUPPRESSED",
        "true, true, false, true, 0, SUPPRESSED",
        "true, false, true, false, 0, NO_ADDRESS",
        "false, true, true, false, 0, CUSTOMER_CLOSED",
      })
  void whatIsTrueNowDecides(
      boolean active,
      boolean reachable,
      boolean consented,
      boolean suppressed,
      int recentMails,
      Eligibility.Skip expected) {
    var facts = new Eligibility.Facts(active, reachable, consented, suppressed, recentMails);
    assertEquals(expected, Eligibility.reasonAgainst(facts, CAP).orElse(null));
  }
}
