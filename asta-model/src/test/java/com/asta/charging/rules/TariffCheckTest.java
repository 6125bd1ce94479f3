package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.step;
import static com.asta.charging.rules.Tariffs.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.charging.rules.TariffCheck.Finding;
import com.asta.charging.rules.TariffCheck.Problem;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TariffCheckTest {
  private static final Step STEP = step(0, "1", 1, 1);
  private static final Rate HOME = voice("HOME", null, "0", STEP);
  private static final Zone ZONE = new Zone("HOME", null, null, List.of("48"));

  @Test
  void soundTariffHasNoFindings() {
    assertEquals(List.of(), findings(List.of(ZONE), List.of(), List.of(HOME)));
  }

  @Test
  void everyProblemIsFound() {
    Zone twin = new Zone("ABROAD", null, null, List.of("48"));
    assertEquals(
        List.of(
            new Finding(Problem.UNRATED_ZONE, "ABROAD"),
            new Finding(Problem.DUPLICATE_PREFIX, "48")),
        findings(List.of(ZONE, twin), List.of(), List.of(HOME)));
    assertEquals(
        List.of(new Finding(Problem.DUPLICATE_RATE, "CALL-HOME")),
        findings(List.of(ZONE), List.of(), List.of(HOME, HOME)));
    assertEquals(
        List.of(new Finding(Problem.UNKNOWN_ZONE, "MARS")),
        findings(List.of(ZONE), List.of(), List.of(HOME, voice("MARS", null, "0", STEP))));
    assertEquals(
        List.of(
            new Finding(Problem.UNKNOWN_BAND, "NIGHT"),
            new Finding(Problem.NO_RATE_OUTSIDE_BANDS, "HOME")),
        findings(List.of(ZONE), List.of(), List.of(voice("HOME", "NIGHT", "0", STEP))));
    assertEquals(
        List.of(new Finding(Problem.OVERLAPPING_BANDS, "B")),
        findings(List.of(ZONE), List.of(band("A", 8, 12), band("B", 11, 13)), List.of(HOME)));
  }

  @Test
  void impossibleValuesCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> step(0, "-1", 1, 1));
    assertThrows(IllegalArgumentException.class, () -> step(0, "1", 0, 1));
    assertThrows(IllegalArgumentException.class, () -> voice("HOME", null, "0"));
    assertThrows(
        IllegalArgumentException.class, () -> voice("HOME", null, "0", step(5, "1", 1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new Zone("X", null, null, List.of("+48")));
    assertThrows(IllegalArgumentException.class, () -> new Tier(0, BigDecimal.ONE));
  }

  @Test
  void voucherPinsCarryACheckDigit() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 1000; i++) {
      String pin = VoucherPin.generate(random);
      assertEquals(pin, VoucherPin.normalised(pin.replaceAll("(....)", "$1 ")));
      char wrong = pin.charAt(7) == '9' ? '0' : (char) (pin.charAt(7) + 1);
      assertEquals(null, VoucherPin.normalised(pin.substring(0, 7) + wrong + pin.substring(8)));
    }
  }

  private static List<Finding> findings(List<Zone> zones, List<TimeBand> bands, List<Rate> rates) {
    return TariffCheck.findings(
        new TariffContent("PLN", Rounding.NONE, zones, bands, rates, List.of()));
  }

  private static TimeBand band(String code, int from, int to) {
    return new TimeBand(code, Set.of(DayOfWeek.MONDAY), LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
