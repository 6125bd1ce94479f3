package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.step;
import static com.asta.charging.rules.Tariffs.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.SheetFault.Problem;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSheetTest {
  private static final String HEADER =
      "charge;service;zone;connect_fee;price;per;increment;more_steps;tier_method;tiers;vat\n";

  @Test
  void whatIsWrittenReadsBackTheSame() {
    for (long seed = 0; seed < 200; seed++) {
      List<Rate> rates = someRates(new Random(seed));
      Sheet<Rate> read = RateSheet.read(RateSheet.write(rates));
      assertEquals(List.of(), read.faults());
      assertEquals(rates, read.rows());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "C;VOICE;;0;0,29;1 min;60 s;;;;          | 0.29 / 60 / 60",
        "C;voice;;;0.29;1 min;;;;;STANDARD       | 0.29 / 60 / 60",
        "c;MESSAGE;;0;0.10;;;;;;;;;;             | 0.10 / 1 / 1",
        "C;DATA;;0;\" 1 000,5 \";1 GB;100 kB;;;; | 1000.5 / 1073741824 / 102400"
      })
  void aRowIsReadAsPeopleWriteIt(String line, String step) {
    Sheet<Rate> read = RateSheet.read(HEADER + line);
    assertEquals(List.of(), read.faults());
    Step first = read.rows().get(0).steps().get(0);
    assertEquals(step, first.price() + " / " + first.per() + " / " + first.increment());
  }

  @ParameterizedTest
  @CsvSource({
    "';VOICE;;0;1;1 s;;;;;',                      charge,      MISSING",
    "'a b;VOICE;;0;1;1 s;;;;;',                   charge,      BAD_CODE",
    "'C;PIGEON;;0;1;1 s;;;;;',                    service,     UNKNOWN_SERVICE",
    "'C;VOICE;za z;0;1;1 s;;;;;',                 zone,        BAD_CODE",
    "'C;VOICE;;-1;1;1 s;;;;;',                    connect_fee, BAD_PRICE",
    "'C;VOICE;;0;;1 s;;;;;',                      price,       MISSING",
    "'C;VOICE;;0;NaN;1 s;;;;;',                   price,       BAD_PRICE",
    "'C;VOICE;;0;1e9;1 s;;;;;',                   price,       BAD_PRICE",
    "'C;VOICE;;0;1;;;;;;',                        per,         MISSING",
    "'C;VOICE;;0;1;1 MB;;;;;',                    per,         BAD_QUANTITY",
    "'C;VOICE;;0;1;1 s;0;;;;',                    increment,   BAD_QUANTITY",
    "'C;VOICE;;0;1;1 s;;60 s: 1 / 1 s;;;',        more_steps,  BAD_STEPS",
    "'C;VOICE;;0;1;1 s;;0 s: 1 / 1 s / 1 s;;;',   more_steps,  BAD_STEPS",
    "'C;VOICE;;0;;;;;GRADUATED;100 min: x;',      tiers,       BAD_TIERS",
    "'C;VOICE;;0;;;;;PILED;100 min: 1;',          tier_method, UNKNOWN_METHOD",
    "'C;VOICE;;0;1;1 s;;;GRADUATED;100 min: 1;',  tiers,       STEPS_AND_TIERS",
    "'C;VOICE;;0;1;1 s;;;;;HALF',                 vat,         BAD_VAT",
    "'C;VOICE;;0;1;1 s;;;;;;;x;',                 '',          TOO_MANY_FIELDS"
  })
  void everyWrongCellIsNamedWithItsLine(String line, String column, Problem problem) {
    List<SheetFault> faults = RateSheet.read(HEADER + line).faults();
    assertEquals(1, faults.size(), faults::toString);
    assertEquals(2, faults.get(0).line());
    assertEquals(column, faults.get(0).column());
    assertEquals(problem, faults.get(0).problem());
  }

  @Test
  void oneServiceZoneAndHoursHasOneRate() {
    String line = "C;VOICE;PL;0;1;1 s;;;;;\n";
    List<SheetFault> faults = RateSheet.read(HEADER + line + line).faults();
    assertEquals(List.of(new SheetFault(3, "", Problem.SAME_ROW_TWICE, "2")), faults);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                    NO_HEADER",
    "'charge,price\nA,1',   MISSING_COLUMN",
    "'charge,service,colour\n', UNKNOWN_COLUMN",
    "'charge,service\n\"A', NOT_READABLE"
  })
  void aFileThatIsNoTableIsRefused(String file, Problem problem) {
    assertEquals(problem, RateSheet.read(file).faults().get(0).problem());
  }

  @Test
  void garbageOfAnyKindIsAnsweredWithFaults() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      Sheet<Rate> read = RateSheet.read(HEADER + CsvTable.decode(bytes));
      assertTrue(read.rows().isEmpty() || read.rows().size() < 400);
    }
    assertFalse(RateSheet.read(HEADER + "x;".repeat(100_000)).sound());
  }

  @Test
  void aSpreadsheetNeverRunsACell() {
    Rate rate =
        new Rate(
            "C",
            ServiceKind.MESSAGE,
            null,
            null,
            "=1+1",
            "'@x",
            null,
            List.of(step(0, "1", 1, 1)),
            null,
            null,
            null,
            null);
    String file = RateSheet.write(List.of(rate));
    assertTrue(file.contains(",'=1+1,''@x,"), file);
    assertEquals(List.of(rate), RateSheet.read(file).rows());
  }

  @Test
  void polishSpreadsheetsAreUnderstood() {
    byte[] old = "zażółć".getBytes(Charset.forName("windows-1250"));
    assertEquals("zażółć", CsvTable.decode(old));
    assertEquals("zażółć", CsvTable.decode("\uFEFFzażółć".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aPartialFileChangesAndAdds() {
    Rate home = voice("HOME", null, "0", step(0, "1", 1, 1));
    Rate dearer = voice("HOME", null, "0", step(0, "2", 1, 1));
    Rate mobile = voice("MOBILE", null, "0", step(0, "1", 1, 1));
    Rate night = voice("HOME", "NIGHT", "0", step(0, "3", 1, 1));
    assertEquals(
        List.of(dearer, mobile, night),
        RateSheet.merged(List.of(home, mobile), List.of(dearer, night)));
  }

  private static List<Rate> someRates(Random random) {
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ServiceKind service = ServiceKind.values()[random.nextInt(ServiceKind.values().length)];
      boolean tiered = random.nextInt(4) == 0;
      rates.add(
          new Rate(
              "CHARGE-" + i,
              service,
              random.nextBoolean() ? "ZONE-" + i : null,
              "BAND-" + i,
              name(random),
              name(random),
              price(random),
              tiered ? null : steps(random),
              tiered ? tiers(random) : null,
              random.nextBoolean() ? price(random) : null,
              random.nextBoolean() ? price(random) : null,
              random.nextBoolean() ? "REDUCED" : null));
    }
    return rates;
  }

  private static List<Step> steps(Random random) {
    List<Step> steps = new ArrayList<>();
    long start = 0;
    for (int i = random.nextInt(3); i >= 0; i--) {
      steps.add(new Step(start, price(random), quantity(random), quantity(random)));
      start += quantity(random);
    }
    return steps;
  }

  private static Tiers tiers(Random random) {
    Tiering method = Tiering.values()[random.nextInt(Tiering.values().length)];
    List<Tier> tiers = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      tiers.add(new Tier(quantity(random), price(random)));
    }
    CounterPeriod period = CounterPeriod.values()[random.nextInt(CounterPeriod.values().length)];
    return new Tiers(method, tiers, period);
  }

  private static long quantity(Random random) {
    return random.nextBoolean() ? 1 + random.nextInt(5000) : 60L * (1 + random.nextInt(90));
  }

  private static BigDecimal price(Random random) {
    return BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(6));
  }

  private static String name(Random random) {
    String signs = "aż,;\"'=+-@ \nÓ";
    StringBuilder name = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      name.append(signs.charAt(random.nextInt(signs.length())));
    }
    String start = random.nextInt(3) == 0 ? "=" : "";
    return (start + name).strip();
  }
}
