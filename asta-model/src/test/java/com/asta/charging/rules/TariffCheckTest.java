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
import java.util.ArrayList;
import java.util.EnumSet;
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
        errors(
            content(List.of(ZONE), List.of(band("A", 8, 12), band("B", 11, 13)), List.of(HOME))));
  }

  @Test
  void bandsMayCoverAllHoursWithoutAPlainRate() {
    TimeBand day =
        new TimeBand("DAY", EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), LocalTime.MIDNIGHT);
    TimeBand night =
        new TimeBand("NIGHT", EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(6, 0));
    TimeBand working =
        new TimeBand("NIGHT", night.days(), night.from(), night.to(), OnHolidays.EXCLUDED);
    List<Rate> rates = List.of(voice("HOME", "DAY", "0", STEP), voice("HOME", "NIGHT", "0", STEP));
    assertEquals(List.of(), findings(List.of(ZONE), List.of(day, night), rates));
    assertEquals(
        List.of(new Finding(Problem.NO_RATE_OUTSIDE_BANDS, "HOME")),
        errors(content(List.of(ZONE), List.of(day, working), rates)));
  }

  @Test
  void twoRulesMustNotCountInOneCounter() {
    Allowance minutes = new Allowance("M", null, null, ServiceKind.VOICE, Set.of(), 10, 1);
    Discount discount =
        new Discount(
            "M",
            null,
            null,
            ServiceKind.VOICE,
            Set.of(),
            null,
            null,
            List.of(new Discount.Level(0, BigDecimal.ONE)));
    TariffContent content =
        content(List.of(ZONE), List.of(), List.of(HOME)).withAllowances(List.of(minutes));
    assertEquals(
        List.of(new Finding(Problem.COUNTER_CLASH, "M")),
        TariffCheck.findings(content.withDiscounts(List.of(discount))));
    assertEquals(
        List.of(new Finding(Problem.DUPLICATE_ALLOWANCE, "M")),
        TariffCheck.findings(content.withAllowances(List.of(minutes, minutes))));
  }

  @Test
  void bandsOverlapOnHolidaysToo() {
    TimeBand monday = band("A", 8, 12);
    TimeBand feast =
        new TimeBand("B", Set.of(), LocalTime.of(9, 0), LocalTime.of(10, 0), OnHolidays.INCLUDED);
    TimeBand working =
        new TimeBand("C", monday.days(), monday.from(), monday.to(), OnHolidays.EXCLUDED);
    assertEquals(
        List.of(new Finding(Problem.OVERLAPPING_BANDS, "B")),
        errors(content(List.of(ZONE), List.of(monday, feast), List.of(HOME))));
    assertEquals(List.of(), errors(content(List.of(ZONE), List.of(working, feast), List.of(HOME))));
  }

  @Test
  void prefixBehindLongerOnesIsTold() {
    List<String> ten = new ArrayList<>(List.of("48", "485"));
    for (int digit = 0; digit < 10; digit++) {
      ten.add("485" + digit);
    }
    Zone zone = new Zone("HOME", null, null, ten);
    assertEquals(
        List.of(new Finding(Problem.SHADOWED_PREFIX, "485")),
        findings(List.of(zone), List.of(), List.of(HOME)));
  }

  @Test
  void stepsAndTiersThatNeverCountAreTold() {
    Rate jumped =
        voice("HOME", null, "0", step(0, "1", 60, 60), step(30, "1", 1, 1), step(45, "1", 1, 1));
    Rate capped =
        new Rate(
            "CALL-HOME",
            ServiceKind.VOICE,
            "HOME",
            null,
            null,
            null,
            null,
            List.of(step(0, "1", 60, 60), step(120, "5", 60, 60)),
            null,
            null,
            new BigDecimal("2"),
            null);
    for (Rate rate : List.of(jumped, capped)) {
      assertEquals(
          List.of(new Finding(Problem.UNREACHED_STEP, "CALL-HOME")),
          findings(List.of(ZONE), List.of(), List.of(rate)));
    }
    Rate blocks =
        new Rate(
            "DATA",
            ServiceKind.DATA,
            "HOME",
            null,
            null,
            null,
            null,
            null,
            new Tiers(
                Tiering.BLOCK, List.of(new Tier(9, BigDecimal.ONE), new Tier(9, BigDecimal.TEN))),
            null,
            null,
            null);
    assertEquals(
        List.of(new Finding(Problem.UNREACHED_TIER, "DATA")),
        findings(List.of(ZONE), List.of(), List.of(blocks)));
  }

  @Test
  void mistypedPricesAreTold() {
    Rate night = voice("HOME", "NIGHT", "0", step(0, "0.1", 1, 1));
    TariffContent usual = content(List.of(ZONE), List.of(band("NIGHT", 0, 6)), List.of(HOME));
    assertEquals(
        List.of(
            new Finding(Problem.PRICE_OUT_OF_LINE, "CALL-HOME"),
            new Finding(Problem.PRICE_OUT_OF_LINE, "CALL-HOME")),
        TariffCheck.findings(usual.withRates(List.of(HOME, night))));
    TariffContent tenfold =
        content(List.of(ZONE), List.of(), List.of(voice("HOME", null, "0", step(0, "10", 1, 1))));
    TariffContent plain = content(List.of(ZONE), List.of(), List.of(HOME));
    assertEquals(
        List.of(new Finding(Problem.PRICE_JUMP, "CALL-HOME")),
        TariffCheck.findings(tenfold, plain));
    assertEquals(
        List.of(new Finding(Problem.PRICE_JUMP, "CALL-HOME")),
        TariffCheck.findings(plain, tenfold));
    assertEquals(List.of(), TariffCheck.findings(plain, plain));
  }

  @Test
  void rowsThatNobodyUsesAreTold() {
    Zone empty = new Zone("HOME", null, null, List.of());
    Allowance data = new Allowance("GB", null, null, ServiceKind.DATA, Set.of(), 10, 1);
    TimeBand feast =
        new TimeBand(
            "FEAST", Set.of(), LocalTime.of(9, 0), LocalTime.of(10, 0), OnHolidays.INCLUDED);
    assertEquals(
        List.of(
            new Finding(Problem.ZONE_WITHOUT_PREFIX, "HOME"),
            new Finding(Problem.UNUSED_BAND, "FEAST"),
            new Finding(Problem.NO_HOLIDAYS, "FEAST"),
            new Finding(Problem.UNUSED_ALLOWANCE, "GB")),
        TariffCheck.findings(
            content(List.of(empty), List.of(feast), List.of(HOME)).withAllowances(List.of(data))));
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
    return TariffCheck.findings(content(zones, bands, rates));
  }

  private static List<Finding> errors(TariffContent content) {
    return TariffCheck.findings(content).stream().filter(Finding::isError).toList();
  }

  private static TariffContent content(List<Zone> zones, List<TimeBand> bands, List<Rate> rates) {
    return new TariffContent("PLN", Rounding.NONE, zones, bands, rates, List.of());
  }

  private static TimeBand band(String code, int from, int to) {
    return new TimeBand(code, Set.of(DayOfWeek.MONDAY), LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
