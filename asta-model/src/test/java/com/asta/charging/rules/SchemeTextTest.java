package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.asta.charging.rules.SheetFault.Problem;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeTextTest {
  private final List<SheetFault> faults = new ArrayList<>();

  @Test
  void allowancesReadBack() {
    Allowance allowance =
        new Allowance(
            "MIN",
            "Minutes",
            "Minuty",
            ServiceKind.VOICE,
            Set.of("HOME", "EU"),
            6000,
            60,
            CounterPeriod.WEEK,
            2,
            30,
            LocalDate.of(2027, 1, 1));
    Map<String, String> form = SchemeText.write(allowance);
    assertEquals("100 min", form.get("units"));
    assertEquals("EU, HOME", form.get("zones"));
    assertEquals(allowance, SchemeText.allowance(form, faults));
    Allowance plain = new Allowance("GB", "GB", "GB", ServiceKind.DATA, Set.of(), 1L << 30, 1);
    assertEquals(plain, SchemeText.allowance(SchemeText.write(plain), faults));
    assertEquals(List.of(), faults);
  }

  @Test
  void discountsReadBack() {
    List<Discount.Level> levels =
        List.of(
            new Discount.Level(0, new BigDecimal("2.5")), new Discount.Level(6000, BigDecimal.TEN));
    Discount units =
        new Discount("D", "D", "D", ServiceKind.VOICE, Set.of("HOME"), null, null, levels);
    assertEquals("0 s: 2.5 | 100 min: 10", SchemeText.write(units).get("levels"));
    assertEquals(units, SchemeText.discount(SchemeText.write(units), faults));
    Discount events =
        new Discount("E", "E", "E", null, null, null, Discount.Counted.EVENTS, levels);
    assertEquals("0: 2.5 | 6000: 10", SchemeText.write(events).get("levels"));
    assertEquals(events, SchemeText.discount(SchemeText.write(events), faults));
    assertEquals(List.of(), faults);
  }

  @Test
  void fairUseReadsBack() {
    Step beyond = new Step(0, new BigDecimal("0.05"), 1 << 20, 1 << 10);
    for (Step step : new Step[] {beyond, null}) {
      FairUse fairUse =
          new FairUse("F", "F", "F", ServiceKind.DATA, Set.of(), null, 50L << 30, step);
      assertEquals(fairUse, SchemeText.fairUse(SchemeText.write(fairUse), faults));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void hoursAreReadWithTheirDays() {
    Map<String, String> form = Map.of("code", "night", "from", "22:00", "to", "24:00");
    EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.MONDAY);
    TimeBand night = new TimeBand("NIGHT", days, LocalTime.of(22, 0), LocalTime.MIDNIGHT);
    assertEquals(night, SchemeText.band(form, days, faults));
    assertEquals(List.of(), faults);
  }

  @ParameterizedTest
  @CsvSource({
    "code,     '',     code,      MISSING",
    "code,     'a b',  code,      BAD_CODE",
    "units,    lots,   units,     BAD_QUANTITY",
    "units,    '',     units,     MISSING",
    "rollOver, 99,     rollOver,  BAD_QUANTITY",
    "validFrom,soon,   validFrom, BAD_DATE",
    "period,   YEAR,   period,    UNKNOWN_METHOD",
    "zones,    'a/b',  zones,     BAD_CODE"
  })
  void everyWrongFieldIsNamed(String field, String value, String named, Problem problem) {
    Map<String, String> form =
        SchemeText.write(new Allowance("MIN", "M", "M", ServiceKind.VOICE, Set.of(), 60, 60));
    form.put(field, value);
    assertNull(SchemeText.allowance(form, faults));
    assertEquals(1, faults.size(), faults::toString);
    assertEquals(named, faults.get(0).column());
    assertEquals(problem, faults.get(0).problem());
  }

  @Test
  void wrongHoursAndLevelsAreNamed() {
    Map<String, String> form = Map.of("code", "N", "from", "22:00", "to", "21:00");
    assertNull(SchemeText.band(form, EnumSet.noneOf(DayOfWeek.class), faults));
    assertEquals(
        List.of(Problem.MISSING, Problem.BAD_TIME),
        faults.stream().map(SheetFault::problem).toList());
    faults.clear();
    assertNull(
        SchemeText.discount(Map.of("code", "D", "service", "VOICE", "levels", "0: 101"), faults));
    assertEquals(Problem.BAD_LEVELS, faults.get(0).problem());
  }
}
