package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.service.IntakeCounts;
import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageImportService;
import com.asta.common.service.SystemCaller;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * From a file to rated, stored, totalled and explained usage, by the real job, against the COPY of
 * the very same rows into a table with the same index.
 */
@ArquillianTest
class UsageImportBench {
  private static final Logger LOG = Logger.getLogger(UsageImportBench.class.getName());
  private static final int ACCOUNTS = 100_000;
  private static final int RECORDS = Integer.getInteger("asta.bench.records", 1_000_000);
  private static final int FEW = 100_000;
  private static final int ROUNDS = 3;

  /** For each record; a look collects all garbage, so a long import is looked at more seldom. */
  private static final long NANOS_BETWEEN_LOOKS = 600;

  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(2);
  private static final String COLUMNS =
      "account_id, event_time, source, event_key, subscription_id, service_id, service,"
          + " destination, units, charge_code, rated, currency, tariff_version_id, explanation,"
          + " file_id, line_no";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private SystemCaller system;
  @Inject private UsageTown town;
  @Inject private UsageImportJob job;
  @Inject private UsageImportService imports;

  private Path rows;
  private int files;

  @Test
  void usageIsImported() throws Exception {
    town.settle(ACCOUNTS);
    execute("analyze");
    Rounds.Compared medians = Rounds.compared(ROUNDS, this::recordsPerSecond, this::copied);
    BenchResults.add(
        "usage.import",
        medians.value(),
        "CDR/s",
        "COPY of the same rows into an equally indexed table",
        medians.reference());
    double few = peakMegabytes(FEW);
    double many = peakMegabytes(RECORDS);
    BenchResults.add(
        "usage.import.memory", many, "MB live", "the same with 100000 instead of 1000000", few);
    Files.deleteIfExists(rows);
  }

  private double recordsPerSecond() throws Exception {
    clear();
    double seconds = take(RECORDS);
    LOG.info("usage.import: " + seconds + " s");
    if (rows == null) {
      rows = Files.createTempFile("usage-bench", ".copy");
      export();
    }
    return RECORDS / seconds;
  }

  private double copied() throws Exception {
    execute("drop table if exists bench_copy");
    execute("create table bench_copy (like charging.usage_record including all)");
    long begun = System.nanoTime();
    long count;
    try (Connection connection = database.getConnection();
        InputStream in = Files.newInputStream(rows)) {
      count =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy bench_copy from stdin (format binary)", in, 1 << 16);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    LOG.info("COPY of " + count + " rows: " + seconds + " s");
    execute("drop table bench_copy");
    return count / seconds;
  }

  private void export() throws SQLException, IOException {
    try (Connection connection = database.getConnection();
        OutputStream out = Files.newOutputStream(rows)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select "
                  + COLUMNS
                  + " from charging.usage_record order by line_no)"
                  + " to stdout (format binary)",
              out);
    }
  }

  private double take(int records) throws Exception {
    Path file = Files.createTempFile("usage-bench", ".csv");
    String tag = "b" + System.nanoTime() + "-";
    UsageTown.write(file, DAY, records, ACCOUNTS, tag);
    String name = "bench-" + ++files + ".csv";
    long begun = System.nanoTime();
    try (InputStream in = Files.newInputStream(file)) {
      system.call(() -> job.upload(UsageFileKind.CSV, name, in));
    }
    UsageFileRow row = await(name);
    double seconds = (System.nanoTime() - begun) / 1e9;
    Files.delete(file);
    long hundreds = records / 100;
    assertEquals(new IntakeCounts(records - 3 * hundreds, 2 * hundreds, hundreds, 1), row.counts());
    return seconds;
  }

  private UsageFileRow await(String name) throws InterruptedException {
    while (true) {
      UsageFileRow row =
          system.call(() -> imports.list(0, 1)).stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElse(null);
      if (row != null && row.status() == UsageFileRow.Status.DONE) {
        return row;
      }
      Thread.sleep(20);
    }
  }

  /** The most that lives on the heap while records are imported, beyond what lived before. */
  private double peakMegabytes(int records) throws Exception {
    clear();
    long before = live();
    AtomicLong most = new AtomicLong(before);
    AtomicBoolean done = new AtomicBoolean();
    Thread watch =
        new Thread(
            () -> {
              while (!done.get()) {
                most.accumulateAndGet(live(), Math::max);
                LockSupport.parkNanos(NANOS_BETWEEN_LOOKS * records);
              }
            });
    watch.start();
    take(records);
    done.set(true);
    watch.join();
    return (most.get() - before) / 1e6;
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void clear() throws SQLException {
    execute(
        "truncate charging.usage_record, charging.usage_total, charging.usage_source, common.suspense");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
