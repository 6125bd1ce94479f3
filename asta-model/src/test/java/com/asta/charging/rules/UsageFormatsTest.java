package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.asta.charging.rules.CdrFormat.Origin;
import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import com.asta.charging.rules.CdrLine.Usage;
import com.asta.charging.rules.CsvMapping.Flaw;
import com.asta.charging.rules.CsvMapping.SkipTest;
import com.asta.common.OperatorZone;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats on their own samples, and on what is broken in them. */
class UsageFormatsTest {
  private static final Origin ORIGIN = new Origin(OperatorZone.ID, "48");
  private static final FreeSwitchCdr FREESWITCH = new FreeSwitchCdr(ORIGIN);
  private static final RadiusDetail VOLUME = new RadiusDetail(ORIGIN, RadiusDetail.Measure.VOLUME);
  private static final RadiusDetail TIME = new RadiusDetail(ORIGIN, RadiusDetail.Measure.TIME);
  private static final CsvMapping POLISH =
      new CsvMapping(
          ";",
          "windows-1250",
          true,
          ",",
          "dd.MM.uuuu HH:mm:ss",
          "Europe/Warsaw",
          List.of("Data", "Godzina"),
          "Abonent",
          null,
          "Typ",
          Map.of("MOC", ServiceKind.VOICE, "SMS", ServiceKind.MESSAGE),
          "Numer",
          "Minuty",
          BigDecimal.valueOf(60),
          List.of("Centrala", "Lp"),
          "Typ",
          SkipTest.EQUALS,
          "TEST");

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ",
    "windows-1250, ",
    "ISO-2022-CN, CHARSET",
    "UTF-16, CHARSET",
    "IBM500, CHARSET",
    "nonsense, CHARSET",
    "not a name, CHARSET"
  })
  void onlyEncodingsThatAsciiIsPartOfAreTaken(String charset, Flaw flaw) {
    assertEquals(flaw, inCharset(charset).flaw());
  }

  private static CsvMapping inCharset(String charset) {
    return new CsvMapping(
        POLISH.separator(),
        charset,
        POLISH.header(),
        POLISH.decimal(),
        POLISH.timeFormat(),
        POLISH.zone(),
        POLISH.time(),
        POLISH.subscriber(),
        POLISH.service(),
        POLISH.serviceColumn(),
        POLISH.services(),
        POLISH.destination(),
        POLISH.units(),
        POLISH.multiplier(),
        POLISH.key(),
        POLISH.skipColumn(),
        POLISH.skipTest(),
        POLISH.skipValue());
  }

  @Test
  void freeSwitchChargesAnsweredCallsFromTheirAnswer() throws IOException {
    List<String> lines = Files.readAllLines(sample("usage-freeswitch-Master.csv"));
    assertEquals(
        new Usage(
            Instant.parse("2026-10-05T08:00:05Z"),
            "48501000001",
            ServiceKind.VOICE,
            "48221234567",
            60,
            "7b1d2f4e-0f6a-4a5e-9d2b-2f4a7c0e1a01"),
        FREESWITCH.read(lines.get(0)));
    Usage onAccount = assertInstanceOf(Usage.class, FREESWITCH.read(lines.get(1)));
    assertEquals("48501000001", onAccount.subscriber());
    assertEquals("49301234567", onAccount.destination());
    assertInstanceOf(NotChargeable.class, FREESWITCH.read(lines.get(2)));
    assertEquals(Fault.GARBAGE_LINE, fault(FREESWITCH.read("a,b,c")));
    assertEquals(
        Fault.BAD_UNITS, fault(FREESWITCH.read(lines.get(0).replace("\"60\"", "\"-60\""))));
    assertEquals(
        Fault.FIELD_MISSING,
        fault(FREESWITCH.read(lines.get(0).replace("7b1d2f4e-0f6a-4a5e-9d2b-2f4a7c0e1a01", ""))));
  }

  @Test
  void radiusChargesASessionOnceAtItsStopWithItsGigawords() throws IOException {
    String[] records = Files.readString(sample("usage-radius-detail")).split("\n\n");
    assertInstanceOf(NotChargeable.class, VOLUME.read(records[0]));
    assertInstanceOf(NotChargeable.class, VOLUME.read(records[1]));
    assertEquals(
        new Usage(
            Instant.parse("2026-10-05T08:00:00Z"),
            "48501000001",
            ServiceKind.DATA,
            null,
            2_097_152L + 104_857_600L + (1L << 32),
            "4D2BB8AC-00000098@10.0.0.1"),
        VOLUME.read(records[2]));
    Usage time = assertInstanceOf(Usage.class, TIME.read(records[2]));
    assertEquals(ServiceKind.UNIT, time.service());
    assertEquals(3600, time.units());
  }

  @Test
  void radiusOfALoginAndOfAGatewaysCall() {
    String stop =
        "Mon Oct  5 11:00:00 2026\n\tUser-Name = \"jan@isp.pl\"\n\tAcct-Status-Type = Stop\n"
            + "\tAcct-Session-Id = \"1\"\n\tNAS-Identifier = \"bras\"\n\tAcct-Session-Time = 60\n"
            + "\tAcct-Output-Octets = 5\n\tAcct-Delay-Time = 10\n\tTimestamp = 1791190810\n";
    Usage login = assertInstanceOf(Usage.class, VOLUME.read(stop));
    assertEquals("jan", login.subscriber());
    assertEquals(Instant.ofEpochSecond(1_791_190_740), login.at());
    Usage call =
        assertInstanceOf(Usage.class, TIME.read(stop + "\tCalled-Station-Id = 221234567\n"));
    assertEquals(ServiceKind.VOICE, call.service());
    assertEquals("48221234567", call.destination());
  }

  @ParameterizedTest
  @CsvSource({
    "Acct-Output-Octets = 5, Acct-Output-Octets = -5, BAD_UNITS",
    "Acct-Output-Octets = 5, Acct-Output-Octets = NaN, BAD_UNITS",
    "Acct-Output-Octets = 5, Acct-Output-Gigawords = 99999999999, BAD_UNITS",
    "Timestamp = 1791190810, Timestamp = never, BAD_TIME",
    "User-Name = jan, User-Name =, BAD_NUMBER",
    "Acct-Session-Id = 1, X = 1, FIELD_MISSING",
    "Acct-Status-Type = Stop, X = 1, GARBAGE_LINE"
  })
  void brokenRadiusRecordsAreNamed(String what, String by, Fault fault) {
    String stop =
        "x\n\tUser-Name = jan\n\tAcct-Status-Type = Stop\n\tAcct-Session-Id = 1\n"
            + "\tNAS-IP-Address = 1.1.1.1\n\tAcct-Output-Octets = 5\n\tTimestamp = 1791190810\n";
    assertEquals(fault, fault(VOLUME.read(stop.replace(what, by))));
  }

  @Test
  void aMappingReadsSomebodysColumns() throws IOException {
    List<String> lines = Files.readAllLines(sample("usage-mapped.csv"));
    MappedCsv format = MappedCsv.on(POLISH, lines.get(0), ORIGIN).format();
    assertNotNull(format);
    assertInstanceOf(NotChargeable.class, format.read(lines.get(0)));
    assertEquals(
        new Usage(
            Instant.parse("2026-10-05T08:00:05Z"),
            "48501000001",
            ServiceKind.VOICE,
            "48221234567",
            90,
            "WAW1|1"),
        format.read(lines.get(1)));
    assertEquals(
        ServiceKind.MESSAGE, assertInstanceOf(Usage.class, format.read(lines.get(2))).service());
    assertInstanceOf(NotChargeable.class, format.read(lines.get(3)));
    assertEquals(Fault.BAD_SERVICE, fault(format.read(lines.get(1).replace("MOC", "XYZ"))));
    assertEquals(Fault.BAD_UNITS, fault(format.read(lines.get(1).replace("1,5", "-1,5"))));
    assertEquals(Fault.BAD_UNITS, fault(format.read(lines.get(1).replace("1,5", "NaN"))));
    assertEquals(Fault.BAD_TIME, fault(format.read(lines.get(1).replace("05.10", "35.10"))));
    assertEquals(Fault.GARBAGE_LINE, fault(format.read("\"open")));
  }

  @Test
  void aFileWithoutTheColumnsOfItsMappingIsNotRead() {
    assertEquals(Flaw.TIME_COLUMN, MappedCsv.on(POLISH, "a;b;c", ORIGIN).flaw());
    assertEquals(
        Flaw.DESTINATION_COLUMN,
        MappedCsv.on(POLISH, "Data;Godzina;Abonent;Typ;Minuty;Centrala;Lp", ORIGIN).flaw());
    assertNull(
        MappedCsv.on(POLISH, "Lp;Centrala;Minuty;Numer;Typ;Abonent;Godzina;Data", ORIGIN).flaw());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-05 10:00:00, 2026-10-05T08:00:00Z",
    "2026-10-05T10:00, 2026-10-05T08:00:00Z",
    "2026-10-05T10:00:00.123456789Z, 2026-10-05T10:00:00.123456Z",
    "2026-10-05T10:00:00+0530, 2026-10-05T04:30:00Z",
    "2026-10-05T10:00:00-01:00, 2026-10-05T11:00:00Z",
    "2026-03-29 02:30:00, 2026-03-29T01:30:00Z",
    "2026-10-25 02:30:00, 2026-10-25T00:30:00Z"
  })
  void timesAreReadAsWritten(String text, Instant expected) {
    assertEquals(expected, CdrFields.time(text, ZoneId.of("Europe/Warsaw")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-10-05",
        "2026-13-05 10:00:00",
        "2026-10-05 25:00:00",
        "2026-10-05 10:00:0",
        "2026-10-05 10:00:00 Warsaw",
        "2026-10-05 10:00:00+99:00",
        "٢٠٢٦-10-05 10:00:00",
        "9999999-10-05 10:00:00"
      })
  void whatIsNoTimeIsNone(String text) {
    assertNull(CdrFields.time(text, ZoneId.of("Europe/Warsaw")));
  }

  @Test
  void aLongKeyKeepsItsDifferences() {
    String long1 = "k".repeat(500) + "1";
    assertEquals(120, CdrFields.key(long1).length());
    assertNotEquals(CdrFields.key(long1), CdrFields.key("k".repeat(500) + "2"));
    assertEquals("short", CdrFields.key("short"));
  }

  /** Whatever stands in a file is read, refused or not charged, and never throws. */
  @Test
  void noiseNeverThrows() throws IOException {
    Random random = new Random(11);
    List<String> samples = new ArrayList<>();
    samples.addAll(Files.readAllLines(sample("usage-freeswitch-Master.csv")));
    samples.addAll(List.of(Files.readString(sample("usage-radius-detail")).split("\n\n")));
    samples.addAll(Files.readAllLines(sample("usage-mapped.csv")));
    CdrFormat mapped =
        MappedCsv.on(POLISH, "Data;Godzina;Abonent;Typ;Numer;Minuty;Centrala;Lp", ORIGIN).format();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(samples.get(random.nextInt(samples.size())));
      for (int n = random.nextInt(6); n >= 0 && text.length() > 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.setCharAt(at, (char) random.nextInt(0x250));
          case 2 -> text.setLength(at);
          default -> text.insert(at, "-9".repeat(random.nextInt(9)));
        }
      }
      for (CdrFormat format : List.of(FREESWITCH, VOLUME, TIME, mapped)) {
        assertNotNull(format.read(text.toString()));
      }
    }
  }

  private static Fault fault(CdrLine line) {
    return assertInstanceOf(Faulty.class, line).fault();
  }

  private static Path sample(String name) {
    return Path.of("..", "docs", "samples", name);
  }
}
