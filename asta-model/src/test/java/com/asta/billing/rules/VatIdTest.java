package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatIdTest {
  @ParameterizedTest
  @CsvSource({
    "PL 526-025-02-74, PL, PL5260250274",
    "de136695976,      DE, DE136695976",
    "AT U13585627,     AT, ATU13585627",
    "BE0428759497,     BE, BE0428759497",
    "DK13585628,       DK, DK13585628",
    "FI20774740,       FI, FI20774740",
    "FR83404833048,    FR, FR83404833048",
    "IT00743110157,    IT, IT00743110157",
    "LU15027442,       LU, LU15027442",
    "PT501964843,      PT, PT501964843",
    "SE123456789701,   SE, SE123456789701",
    "SK2022749619,     SK, SK2022749619",
    "EL094259216,      GR, EL094259216",
    "HU12892312,       HU, HU12892312",
    "HR33392005961,    HR, HR33392005961",
    "NL004495445B01,   NL, NL004495445B01",
    "ESX2482300W,      ES, ESX2482300W",
  })
  void aValidNumberIsRead(String typed, String country, String text) {
    assertEquals(new VatId(country, text), VatId.parse(typed).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PL5260250275",
        "DE136695978",
        "ATU13585626",
        "BE0428759498",
        "FR84404833048",
        "IT00743110158",
        "LU15027443",
        "PT501964842",
        "SE123456789101",
        "NL004495445",
        "GR094259216",
        "US123456789",
        "DE",
        "",
        "5260250274"
      })
  void whatCannotBeValidIsNotRead(String typed) {
    assertTrue(VatId.parse(typed).isEmpty());
  }
}
