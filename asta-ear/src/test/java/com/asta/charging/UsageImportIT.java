package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.rules.FairUse;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.IntakeCounts;
import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsageRecord;
import com.asta.charging.service.UsageService;
import com.asta.charging.service.UsageSuspense;
import com.asta.charging.service.UsageTotal;
import com.asta.charging.service.UsageTotals;
import com.asta.common.service.CommonRefused;
import com.asta.common.service.DataDirectory;
import com.asta.common.service.Database;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class UsageImportIT {
  private static final LocalDate MONTH = MobileTown.SINCE.plusMonths(1);
  private static final String HEADER =
      "event_time,subscriber,service,destination,units,event_key\n";

  @Inject private SystemCaller system;
  @Inject private MobileTown town;
  @Inject private UsageImportJob job;
  @Inject private UsageImportService imports;
  @Inject private UsageTotals totals;
  @Inject private UsageService usage;
  @Inject private UsageSuspense usageSuspense;
  @Inject private Suspense suspense;
  @Inject private Database database;

  @Test
  void aFileIsRatedWithItsAllowanceAndItsGarbageWaitsInSuspense() throws Exception {
    Line line = town.sell(false);
    String tag = UUID.randomUUID().toString();
    String csv =
        HEADER
            + row(line.number(), "VOICE", "+48501000001", 70, tag + "-1")
            + "#### switch restarted \u0000 ####\n"
            + row(line.number(), "VOICE", "+48601000001", 70, tag + "-2")
            + row("+48999000111", "VOICE", "+48501000001", 10, tag + "-3")
            + row(line.number(), "VOICE", "+8816000000", 10, tag + "-4")
            + row(line.number(), "DATA", "", 1_048_577, tag + "-5")
            + row(line.number(), "VOICE", "+48501000001", 70, tag + "-1");

    UsageFileRow file = take(tag + ".csv", csv);

    assertEquals(new IntakeCounts(3, 1, 3, 1), file.counts());
    assertEquals(
        Map.of("3", "GARBAGE_LINE", "5", "UNKNOWN_SUBSCRIBER", "6", "UNRATED_DESTINATION"),
        rejected(file).stream()
            .collect(Collectors.toMap(SuspendedRecord::position, SuspendedRecord::reason)));
    // 100 s are included: 70 of the first call and 30 of the second, whose other 40 cost a minute.
    assertTotals(line, Map.of("CALL", "0.3", "DATA", "4"));
    assertEquals(
        List.of(
            "z::;s:0:2:1048576:2.00:1048576:",
            "z:MOBILE:4860;a:SECONDS:30;s:30:1:60:0.30:60:",
            "z:MOBILE:4850;a:SECONDS:70"),
        records(line).stream().map(UsageRecord::explanation).toList());
  }

  @Test
  void theSameFileTwiceIsRefusedAndTheSameEventsInAnotherFileCountOnce() throws Exception {
    Line line = town.sell(false);
    String csv = HEADER + row(line.number(), "DATA", "", 10, UUID.randomUUID() + "-1");
    assertEquals(new IntakeCounts(1, 0, 0, 1), take("once.csv", csv).counts());

    assertThrows(CommonRefused.class, () -> start("again.csv", csv));
    UsageFileRow other = take("other.csv", csv + "\n");

    assertEquals(new IntakeCounts(0, 1, 0, 2), other.counts());
    assertTotals(line, Map.of("DATA", "2"));
  }

  @Test
  void asteriskFilesDroppedIntoTheFolderAreRated() throws Exception {
    Line line = town.sell(false);
    String number = line.number().substring(3);
    String csv =
        asterisk(number, "501000001", 60, "ANSWERED", UUID.randomUUID())
            + asterisk(number, "601000001", 100, "ANSWERED", UUID.randomUUID())
            + asterisk(number, "601000001", 0, "NO ANSWER", UUID.randomUUID());
    Path folder = Files.createDirectories(DataDirectory.inbox("usage-asterisk"));
    String name = "Master-" + number + ".csv";
    Files.writeString(folder.resolve(name), csv);

    await(
        () ->
            system.call(() -> imports.list(0, 20)).stream()
                .anyMatch(
                    file -> file.name().equals(name) && file.status() == UsageFileRow.Status.DONE));

    assertTotals(line, Map.of("CALL", "0.3"));
  }

  @Test
  void aFileWithoutTheHeaderIsNotRead() throws Exception {
    UsageFileRow file = take("headless.csv", UUID.randomUUID() + ",1,2\n3,4,5\n");

    assertEquals(new IntakeCounts(0, 0, 1, 0), file.counts());
    assertEquals("HEADER_MISSING", rejected(file).get(0).reason());
  }

  @Test
  void rejectedLinesAreTriedAgainAndTakenOnce() throws Exception {
    Line line = town.sell(false);
    String tag = UUID.randomUUID().toString();
    String late = MobileTown.SINCE.minusDays(3) + "T10:00:00Z";
    UsageFileRow file =
        take(
            tag + ".csv",
            HEADER
                + late
                + ","
                + line.number()
                + ",DATA,,10,"
                + tag
                + "\n"
                + "noise "
                + tag
                + "\n");
    assertEquals(2, file.counts().rejected());

    assertEquals(0, system.call(() -> usageSuspense.reprocess(file.fileId())));

    assertEquals(2, rejected(file).size());
    assertEquals(new IntakeCounts(0, 0, 2, 1), file(file.fileId()).counts());
  }

  @Test
  void totalsAreThoseOfTheRecords() throws Exception {
    Line line = town.sell(false);
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < 5000; i++) {
      LocalDate day = MONTH.plusDays(i % 28);
      csv.append(day).append("T10:00:00Z,").append(line.number());
      csv.append(",VOICE,+48501000001,").append(1 + i % 130).append(",m").append(i).append('\n');
    }
    UsageFileRow file = take("many-" + line.number().substring(1) + ".csv", csv.toString());
    assertEquals(5000, file.counts().rated());

    List<UsageTotal> sums = ofLine(line);
    BigDecimal ofRecords =
        system
            .call(
                () ->
                    usage.records(
                        line.accountId(), null, null, MONTH, MONTH.plusMonths(1), 0, 9000))
            .stream()
            .map(record -> record.rated().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(28, sums.size());
    assertEquals(5000, sums.stream().mapToLong(UsageTotal::events).sum());
    BigDecimal total =
        sums.stream().map(sum -> sum.rated().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, ofRecords.compareTo(total));
    assertTrue(total.signum() > 0);
  }

  @Test
  void aFilePassesAFairUseThresholdOnceAndIntegratorsAreTold() throws Exception {
    FairUse fair = new FairUse("FAIR", "Fair", "Uczciwe", ServiceKind.VOICE, null, null, 100, null);
    Line line = town.sell(MobileTown.content(true).withFairUses(List.of(fair)), 1).get(0);
    String tag = UUID.randomUUID().toString();

    take(tag + "-a.csv", HEADER + row(line.number(), "VOICE", "+48501000001", 70, tag + "-1"));
    assertEquals(List.of(), fairUses(line));
    take(
        tag + "-b.csv",
        HEADER
            + row(line.number(), "VOICE", "+48501000001", 70, tag + "-2")
            + row(line.number(), "VOICE", "+48501000001", 70, tag + "-3"));
    take(tag + "-c.csv", HEADER + row(line.number(), "VOICE", "+48501000001", 70, tag + "-4"));

    assertEquals(List.of("FAIR " + MONTH + " 100"), fairUses(line));
  }

  private List<String> fairUses(Line line) {
    return database.rows(
        "select concat_ws(' ', body::jsonb ->> 'counter', body::jsonb ->> 'periodStart',"
            + " body::jsonb ->> 'threshold') from common.outbox where type = 'FairUseReached'"
            + " and body::jsonb ->> 'subscriptionId' = ?",
        row -> row.getString(1),
        String.valueOf(line.subscriptionId()));
  }

  private static String row(String number, String service, String to, long units, String key) {
    return String.join(
            ",",
            MONTH.plusDays(3) + "T10:00:0" + key.charAt(key.length() - 1) + "Z",
            number,
            service,
            to,
            String.valueOf(units),
            key)
        + "\n";
  }

  private static String asterisk(String from, String to, int seconds, String what, UUID id) {
    String at = MONTH.plusDays(4) + " 12:00:00";
    return String.join(
            ",",
            "\"\"",
            q(from),
            q(to),
            q("ctx"),
            q("\"\"A, B\"\" <" + from + ">"),
            q("PJSIP/" + id),
            q(""),
            q("Dial"),
            q("x,30"),
            q(at),
            q(at),
            q(at),
            "" + seconds,
            "" + seconds,
            q(what),
            q("DOCUMENTATION"),
            q(id.toString()),
            q(""))
        + "\n";
  }

  private static String q(String text) {
    return '"' + text + '"';
  }

  private long start(String name, String csv) {
    return system.call(
        () ->
            job.upload(
                UsageFileKind.CSV,
                name,
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
  }

  private UsageFileRow take(String name, String csv) throws InterruptedException {
    start(name, csv);
    long id =
        system.call(() -> imports.list(0, 50)).stream()
            .filter(file -> file.name().equals(name))
            .findFirst()
            .orElseThrow()
            .fileId();
    await(() -> file(id).status() == UsageFileRow.Status.DONE);
    return file(id);
  }

  private UsageFileRow file(long id) {
    return system.call(() -> imports.file(id));
  }

  private List<SuspendedRecord> rejected(UsageFileRow file) {
    return system.call(
        () ->
            suspense.list(
                new SuspenseQuery("charging", null, file.source(), SuspendedRecord.Status.OPEN),
                0,
                100));
  }

  private List<UsageTotal> ofLine(Line line) {
    return system.call(
        () -> totals.ofAccounts(List.of(line.accountId()), MobileTown.SINCE, MONTH.plusMonths(1)));
  }

  private List<UsageRecord> records(Line line) {
    return system.call(
        () -> usage.records(line.accountId(), null, null, MONTH, MONTH.plusMonths(1), 0, 100));
  }

  private void assertTotals(Line line, Map<String, String> expected) {
    assertEquals(
        expected,
        ofLine(line).stream()
            .collect(
                Collectors.toMap(
                    UsageTotal::chargeCode, total -> total.rated().amount().toPlainString())));
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!reached.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      Thread.sleep(100);
    }
  }
}
