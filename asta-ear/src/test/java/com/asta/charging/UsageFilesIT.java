package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.batch.UsageSuspenseJob;
import com.asta.charging.rules.CsvMapping;
import com.asta.charging.rules.CsvMapping.SkipTest;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingRefused;
import com.asta.charging.service.IntakeCounts;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageMappingService;
import com.asta.charging.service.UsageReject;
import com.asta.charging.service.UsageRejects;
import com.asta.charging.service.UsageService;
import com.asta.charging.service.UsageSuspense;
import com.asta.charging.service.UsageSuspense.Correction;
import com.asta.charging.service.UsageTotal;
import com.asta.charging.service.UsageTotals;
import com.asta.common.service.DataDirectory;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Files of every format, overlapping ones, broken ones, and what is done with their rejects. */
@ArquillianTest
class UsageFilesIT {
  private static final LocalDate MONTH = MobileTown.SINCE.plusMonths(1);
  private static final String CSV = "usage-csv";
  private static final String HEADER =
      "event_time,subscriber,service,destination,units,event_key\n";

  @Inject private SystemCaller system;
  @Inject private MobileTown town;
  @Inject private UsageDesk desk;
  @Inject private UsageService usage;
  @Inject private UsageTotals totals;
  @Inject private UsageSuspense suspense;
  @Inject private UsageSuspenseJob retries;
  @Inject private UsageImportJob job;
  @Inject private UsageMappingService mappings;

  @Test
  void overlappingFilesAtOnceStoreEachEventOnce() throws Exception {
    Line plain = town.sell(false);
    Line other = town.sell(false);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      lines.add(data(i % 2 == 0 ? plain : other, i));
    }
    List<String> names = new ArrayList<>();
    for (int file = 0; file < 3; file++) {
      List<String> shuffled = new ArrayList<>(lines);
      java.util.Collections.shuffle(shuffled, new Random(file));
      String name = "overlap-" + file + "-" + plain.number().substring(1) + ".csv";
      names.add(name);
      desk.start(CSV, name, (HEADER + String.join("", shuffled)).getBytes(StandardCharsets.UTF_8));
    }
    IntakeCounts sum = IntakeCounts.NONE;
    for (String name : names) {
      sum = sum.plus(desk.done(name).counts());
    }

    assertEquals(new IntakeCounts(30_000, 60_000, 0, 3), sum);
    for (Line line : List.of(plain, other)) {
      assertEquals(15_000, events(line));
      assertEquals(
          0, new BigDecimal("30000").compareTo(rated(line)), "2.00 for each started megabyte");
    }
  }

  @Test
  void freeSwitchAndRadiusFilesDroppedIntoTheirFoldersAreRated() throws Exception {
    Line line = town.sell(false);
    String number = line.number().substring(1);
    String at = MONTH.plusDays(4) + " 12:00:00";
    String call =
        String.join(
                ",",
                List.of(
                        "Jan",
                        number,
                        "501000001",
                        "default",
                        at,
                        at,
                        at,
                        "170",
                        "160",
                        "NORMAL_CLEARING",
                        UUID.randomUUID().toString(),
                        "",
                        "",
                        "PCMA",
                        "PCMA")
                    .stream()
                    .map(field -> '"' + field + '"')
                    .toList())
            + "\n";
    drop("usage-freeswitch", "fs-" + number + ".csv", call);
    String session =
        "Mon Oct  5 11:00:00 2026\n\tUser-Name = \"x@y\"\n\tAcct-Status-Type = %s\n"
            + "\tCalling-Station-Id = \"%s\"\n\tAcct-Session-Id = \"%s\"\n"
            + "\tNAS-IP-Address = 10.0.0.1\n\tAcct-Session-Time = 60\n"
            + "\tAcct-Output-Octets = 1048577\n\tTimestamp = %d\n\n";
    long stop = MONTH.plusDays(5).toEpochDay() * 86_400 + 40_000;
    String id = UUID.randomUUID().toString();
    drop(
        "usage-radius",
        "detail-" + number,
        session.formatted("Start", number, id, stop)
            + session.formatted("Interim-Update", number, id, stop)
            + session.formatted("Stop", number, id, stop)
            + session.formatted("Stop", number, id, stop)
            + session.formatted("Stop", "", id, stop).replace("x@y", ""));

    assertEquals(new IntakeCounts(1, 0, 0, 0), desk.done("fs-" + number + ".csv").counts());
    UsageFileRow radius = desk.done("detail-" + number);
    assertEquals(new IntakeCounts(1, 1, 1, 2), radius.counts());
    assertEquals("BAD_NUMBER", desk.rejected(radius).get(0).reason());
    assertEquals(Map.of("CALL", "0.3", "DATA", "4"), byCode(line));
  }

  @Test
  void aMappingIsAKindOfImport() throws Exception {
    Line line = town.sell(false);
    String code = "switch-" + line.number().substring(4);
    CsvMapping mapping = mapping("Lp");
    String day =
        MONTH.plusDays(6).format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu"));
    String csv =
        "Dzień;Godzina;Abonent;Numer;Minuty;Lp\r\n"
            + day
            + ";10:00:05;"
            + line.number()
            + ";501 000 001;3,5;"
            + code
            + "-1\r\n"
            + day
            + ";10:00:05;"
            + line.number()
            + ";TEST;3,5;"
            + code
            + "-2\r\n"
            + day
            + ";10:00:05;"
            + line.number()
            + ";źle;3,5;"
            + code
            + "-3\r\n";
    byte[] octets = csv.getBytes(Charset.forName("windows-1250"));
    assertThrows(
        ChargingRefused.class,
        () -> system.call(() -> mappings.add(code, code, mapping, "a;b\n".getBytes())));

    long id = system.call(() -> mappings.add(code, code, mapping, octets));
    UsageFileRow file = desk.take("usage-" + code, code + ".csv", octets);

    assertEquals(new IntakeCounts(1, 0, 1, 2), file.counts());
    UsageReject reject = desk.rejected(file).get(0);
    assertEquals("destination źle", reject.detail());
    assertEquals(Map.of("CALL", "0.6"), byCode(line), "100 of 210 s are included");

    byte[] moved = csv.replace("Lp", "Nr").getBytes(Charset.forName("windows-1250"));
    UsageFileRow missed = desk.take("usage-" + code, code + "-moved.csv", moved);
    assertEquals("HEADER_MISSING", desk.rejected(missed).get(0).reason());
    system.run(() -> mappings.change(id, code, mapping("Nr"), moved));
    assertTrue(system.call(() -> job.readAnew(missed.fileId())));
    assertEquals(new IntakeCounts(0, 1, 1, 2), desk.done(missed.name()).counts());
  }

  @Test
  void rejectsAreCorrectedTriedAgainAndDismissedInBulk() throws Exception {
    Line line = town.sell(false);
    String stranger = "+4899" + line.number().substring(5);
    String tag = UUID.randomUUID().toString();
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < 3000; i++) {
      csv.append(data(new Line(0, 0, i % 3 == 0 ? stranger : stranger + "1", null), i));
    }
    csv.append("broken ").append(tag).append("\n");
    UsageFileRow file = desk.take(CSV, tag + ".csv", csv.toString());
    assertEquals(3001, file.counts().rejected());
    UsageRejects unknown =
        new UsageRejects("UNKNOWN_SUBSCRIBER", file.fileId(), null, null, null, null);
    UsageRejects ofOne = new UsageRejects(null, file.fileId(), null, null, stranger + ",", null);
    assertEquals(1000, system.call(() -> suspense.count(ofOne)));

    assertEquals(
        1000,
        system.call(
            () -> suspense.correct(ofOne, new Correction(line.number(), null, null, null))));
    assertEquals(
        2000,
        system.call(
            () ->
                suspense.correct(
                    unknown, new Correction(null, null, stranger + "1", line.number()))));
    system.call(() -> retries.start(unknown));
    UsageDesk.await(() -> system.call(() -> suspense.count(unknown)) == 0);

    UsageDesk.await(() -> desk.file(file.name()).counts().rated() == 3000);
    assertEquals(new IntakeCounts(3000, 0, 1, 1), desk.file(file.name()).counts());
    assertEquals(3000, events(line));
    UsageReject broken = desk.rejected(file).get(0);
    system.run(() -> suspense.edit(broken.id(), data(line, 5000).strip()));
    assertEquals(1, system.call(() -> suspense.retry(List.of(broken.id()))));
    assertEquals(3001, events(line));
    assertEquals(0, system.call(() -> suspense.dismiss(UsageRejects.ofFile(file.fileId()))));
  }

  /** Every line that is broken waits in suspense, every good one is rated, whatever is between. */
  @Test
  void brokenFilesAreReadToTheirEnd() throws Exception {
    Line line = town.sell(false);
    Random random = new Random(42);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(HEADER.getBytes(StandardCharsets.UTF_8));
    int good = 0;
    for (int i = 0; i < 4000; i++) {
      if (i % 4 == 0) {
        file.write(data(line, i).getBytes(StandardCharsets.UTF_8));
        good++;
      } else {
        file.write(broken(random, line, i));
      }
    }
    String last = data(line, 4001);
    file.write(last.substring(0, last.length() - 12).getBytes(StandardCharsets.UTF_8));
    UsageFileRow read =
        desk.take(CSV, "fuzz-" + line.number().substring(1) + ".csv", file.toByteArray());

    assertEquals(good, read.counts().rated());
    assertEquals(good, events(line));
    assertEquals(read.counts().rejected(), desk.rejected(read).size() == 1000 ? 3001 : -1);
    Map<String, Long> reasons =
        system.call(() -> suspense.reasons(UsageRejects.ofFile(read.fileId()))).stream()
            .collect(Collectors.toMap(each -> each.reason(), each -> each.count()));
    assertTrue(
        reasons
            .keySet()
            .containsAll(
                List.of(
                    "GARBAGE_LINE",
                    "LINE_TOO_LONG",
                    "BAD_TIME",
                    "BAD_UNITS",
                    "BAD_NUMBER",
                    "BAD_SERVICE",
                    "TIME_OUT_OF_RANGE",
                    "FIELD_MISSING")),
        reasons::toString);
  }

  @Test
  void filesThatAreNoneEndWithAReason() throws Exception {
    Random random = new Random(5);
    byte[] noise = new byte[300_000];
    random.nextBytes(noise);
    byte[] zeros = new byte[2_000_000];
    byte[] utf16 = (HEADER + "x,y,z\n").getBytes(StandardCharsets.UTF_16);
    byte[] header = (HEADER.strip() + UUID.randomUUID()).replace("key", "key,x").getBytes();
    for (String kind :
        List.of(CSV, "usage-asterisk", "usage-freeswitch", "usage-radius", "usage-radius-time")) {
      for (byte[] content : List.of(noise, zeros, utf16, header)) {
        String name = "none-" + UUID.randomUUID();
        UsageFileRow read = desk.take(kind, name, content);
        assertEquals(0, read.counts().rated(), name);
        assertTrue(
            read.counts().rejected() > 0 || Arrays.equals(content, header), kind + " " + read);
      }
    }
  }

  private static CsvMapping mapping(String key) {
    return new CsvMapping(
        ";",
        "windows-1250",
        true,
        ",",
        "dd.MM.uuuu HH:mm:ss",
        "Europe/Warsaw",
        List.of("Dzień", "Godzina"),
        "Abonent",
        ServiceKind.VOICE,
        null,
        null,
        "Numer",
        "Minuty",
        BigDecimal.valueOf(60),
        List.of(key),
        "Numer",
        SkipTest.EQUALS,
        "TEST");
  }

  private static byte[] broken(Random random, Line line, int i) {
    String data = data(line, i).strip();
    String text =
        switch (i % 16) {
          case 1 -> "x".repeat(20_000 + random.nextInt(50_000));
          case 2 -> data.replace(",10,", ",-10,");
          case 3 -> data.replace(",10,", ",NaN,");
          case 5 -> data.replace(",10,", ",99999999999999999999999,");
          case 6 -> "9999-12-31" + data.substring(10);
          case 7 -> "0000-00-00" + data.substring(10);
          case 9 -> data.replace("DATA", "TELEPATHY");
          case 10 -> data.replace(line.number(), "+48\u0000\u0000");
          case 11 -> data.replace(",f", ",\"f");
          case 13 -> data.substring(0, data.lastIndexOf(',') + 1);
          case 14 -> data.replace(line.number(), "💥".repeat(30));
          default -> "\u0001\u0002,;\"";
        };
    byte[] octets = (text + "\n").getBytes(StandardCharsets.UTF_8);
    if (i % 16 == 15) {
      octets = new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xC3, (byte) 0x28, ',', '\n'};
    }
    return octets;
  }

  private static String data(Line line, int i) {
    return MONTH.plusDays(i % 28)
        + "T10:"
        + String.format("%02d:%02dZ,", i / 28 % 60, i % 60)
        + line.number()
        + ",DATA,,10,f"
        + i
        + "\n";
  }

  private static void drop(String kind, String name, String content) throws IOException {
    Path folder = Files.createDirectories(DataDirectory.inbox(kind));
    Files.writeString(folder.resolve(name), content);
  }

  private long events(Line line) {
    return ofLine(line).stream().mapToLong(UsageTotal::events).sum();
  }

  private BigDecimal rated(Line line) {
    return ofLine(line).stream()
        .map(total -> total.rated().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Map<String, String> byCode(Line line) {
    return ofLine(line).stream()
        .collect(
            Collectors.toMap(
                UsageTotal::chargeCode, total -> total.rated().amount().toPlainString()));
  }

  private List<UsageTotal> ofLine(Line line) {
    return system.call(
        () -> totals.ofAccounts(List.of(line.accountId()), MobileTown.SINCE, MONTH.plusMonths(1)));
  }
}
