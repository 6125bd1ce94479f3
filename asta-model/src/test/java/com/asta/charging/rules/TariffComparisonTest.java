package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.step;
import static com.asta.charging.rules.Tariffs.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Difference.FieldChange;
import com.asta.charging.rules.Difference.Kind;
import com.asta.charging.rules.Difference.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffComparisonTest {
  private static final TariffContent OLD =
      TariffContent.empty("PLN")
          .withZones(List.of(Tariffs.HOME, Tariffs.MOBILE))
          .withRates(List.of(voice("HOME", null, "0", step(0, "0.20", 60, 60))));

  @Test
  void aTariffIsTheSameAsItself() {
    assertTrue(TariffComparison.of(OLD, OLD).same());
    TariffContent turned = OLD.withZones(List.of(Tariffs.MOBILE, Tariffs.HOME));
    assertTrue(TariffComparison.of(OLD, turned).same());
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 60, 60, 'price 0.20→0.25 25.0'",
    "0.10, 60, 60, 'price 0.20→0.10 -50.0'",
    "0.20, 60, 1,  'increment 1 min→1 s null'",
    "0.01, 1,  60, 'price 0.20→0.01 200.0; per 1 min→1 s null'",
    "0.200, 60, 60, ''"
  })
  void aChangedPriceSaysByHowMuch(String price, long per, long increment, String fields) {
    TariffContent changed =
        OLD.withRates(List.of(voice("HOME", null, "0", step(0, price, per, increment))));
    List<Difference> found = TariffComparison.of(OLD, changed).differences();
    List<String> texts =
        found.stream().flatMap(each -> each.fields().stream()).map(this::text).toList();
    assertEquals(fields, String.join("; ", texts));
  }

  @Test
  void ratesAreAddedAndRemoved() {
    Rate mobile = voice("MOBILE", null, "0", step(0, "1", 60, 60));
    TariffComparison found = TariffComparison.of(OLD, OLD.withRates(List.of(mobile)));
    assertEquals(1, found.count(Section.RATES, Kind.ADDED));
    assertEquals(1, found.count(Section.RATES, Kind.REMOVED));
    assertEquals("MOBILE", found.differences().get(0).rate().zone());
  }

  @Test
  void prefixesComeGoAndMove() {
    Zone home = new Zone("HOME", "Home", "Kraj", List.of("48", "4850", "4899"));
    Zone mobile = new Zone("MOBILE", "Mobiles", "Komórki", List.of());
    TariffComparison found = TariffComparison.of(OLD, OLD.withZones(List.of(home, mobile)));
    assertEquals(
        List.of(
            new PrefixChange("4850", "MOBILE", "HOME"),
            new PrefixChange("4860", "MOBILE", null),
            new PrefixChange("4899", null, "HOME")),
        found.prefixes());
    assertEquals(1, found.countPrefixes(Kind.CHANGED));
    FieldChange renamed = new FieldChange("nameEn", "Mobile", "Mobiles", null);
    assertEquals(
        List.of(new Difference(Section.ZONES, Kind.CHANGED, "MOBILE", null, List.of(renamed))),
        found.differences());
  }

  @Test
  void hoursAllowancesAndSettingsAreCompared() {
    TimeBand night =
        new TimeBand(
            "NIGHT",
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(22, 0),
            LocalTime.MIDNIGHT);
    Allowance some =
        new Allowance("MIN", "Minutes", "Minuty", ServiceKind.VOICE, Set.of("HOME"), 6000, 60);
    Allowance more =
        new Allowance("MIN", "Minutes", "Minuty", ServiceKind.VOICE, Set.of("HOME"), 12000, 60);
    TariffContent before = OLD.withAllowances(List.of(some));
    TariffContent after =
        OLD.withAllowances(List.of(more))
            .withBands(List.of(night))
            .withRounding(new Rounding(2, RoundingMode.UP));
    List<Difference> found = TariffComparison.of(before, after).differences();
    assertEquals(
        List.of(
            "SETTINGS CHANGED  scale 12→2 null",
            "SETTINGS CHANGED  mode HALF_UP→UP null",
            "HOURS ADDED NIGHT hours →MON–FRI 22:00–24:00 null",
            "ALLOWANCES CHANGED MIN units 100 min→200 min null"),
        found.stream()
            .flatMap(
                each ->
                    each.fields().stream()
                        .map(
                            field ->
                                each.section()
                                    + " "
                                    + each.kind()
                                    + " "
                                    + each.code()
                                    + " "
                                    + text(field)))
            .toList());
  }

  @Test
  void hundredThousandPrefixesAreComparedAtOnce() {
    List<String> many =
        java.util.stream.IntStream.range(1_000_000, 1_100_000).mapToObj(Integer::toString).toList();
    Zone zone = new Zone("BIG", null, null, many);
    TariffContent big = OLD.withZones(List.of(zone));
    assertTrue(TariffComparison.of(big, big).same());
    assertEquals(
        100_000, TariffComparison.of(big, OLD.withZones(List.of())).countPrefixes(Kind.REMOVED));
  }

  private String text(FieldChange field) {
    BigDecimal percent = field.percent();
    return field.field() + " " + field.before() + "→" + field.after() + " " + percent;
  }
}
