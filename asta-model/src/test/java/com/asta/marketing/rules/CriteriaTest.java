package com.asta.marketing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.CustomerKind;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaTest {
  private static final Criteria.Profile ANNA =
      new Criteria.Profile(
          CustomerKind.INDIVIDUAL,
          "Łódź",
          "pl",
          LocalDate.of(2026, 3, 10),
          Set.of("FIBRE-300"),
          Set.of(ConsentPurpose.MARKETING_EMAIL));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, -, -, -, -, true",
        "INDIVIDUAL, -, -, -, -, -, -, true",
        "ORGANISATION, -, -, -, -, -, -, false",
        "-, łódź, -, -, -, -, -, true",
        "-, ' ŁÓDŹ ', -, -, -, -, -, true",
        "-, Kraków, -, -, -, -, -, false",
        "-, -, pl, -, -, -, -, true",
        "-, -, en, -, -, -, -, false",
        "-, -, -, FIBRE-300, -, -, -, true",
        "-, -, -, FIBRE-600, -, -, -, false",
        "-, -, -, -, 2026-03-10, 2026-03-11, -, true",
        "-, -, -, -, 2026-03-01, 2026-03-10, -, false",
        "-, -, -, -, 2026-03-11, -, -, false",
        "-, -, -, -, -, -, MARKETING_EMAIL, true",
        "-, -, -, -, -, -, MARKETING_SMS, false",
        "INDIVIDUAL, Łódź, pl, FIBRE-600, -, -, -, false",
      })
  void everyGivenPartMustHold(
      CustomerKind kind,
      String city,
      String language,
      String offer,
      LocalDate from,
      LocalDate to,
      ConsentPurpose consent,
      boolean meant) {
    assertEquals(meant, new Criteria(kind, city, language, offer, from, to, consent).match(ANNA));
  }

  @Test
  void blankNarrowsNothing() {
    Criteria blank = new Criteria(null, " ", "", "  ", null, null, null);
    assertEquals(Criteria.everybody(), blank);
    assertTrue(blank.match(ANNA));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-01-01, 2026-01-01, -, PERIOD_EMPTY",
        "2026-01-02, 2026-01-01, -, PERIOD_EMPTY",
        "2026-01-01, 2026-01-02, pl, -",
        "-, 2026-01-02, en, -",
        "-, -, de, LANGUAGE_UNKNOWN",
      })
  void criteriaThatMeanNobodyHaveAProblem(
      LocalDate from, LocalDate to, String language, Criteria.Problem problem) {
    assertEquals(
        problem, new Criteria(null, null, language, null, from, to, null).problem().orElse(null));
  }
}
