package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * From a bank's file to allocated payments by the real job, against the COPY of the rows that
 * record its entries, postings and allocations into tables with the same indexes. An entry that is
 * a payment is one row. Then the proof of the book that this made, against a plain sum of it.
 */
@ArquillianTest
class PaymentsBench {
  private static final Logger LOG = Logger.getLogger(PaymentsBench.class.getName());
  private static final int ENTRIES = Integer.getInteger("asta.bench.entries", 100_000);
  private static final int ROUNDS = 3;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  /** Every balance of the book by nothing but its postings. */
  private static final String PLAIN_SUM =
      "select count(*) from (select p.account_id, l.account, sum(l.amount)"
          + " from payments.posting p cross join lateral"
          + " (values (p.debit, p.amount), (p.credit, -p.amount)) as l (account, amount)"
          + " group by 1, 2) s";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  @Inject private Database database;
  @Inject private SystemCaller system;
  @Inject private PayingTown town;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private LedgerService ledger;

  private final Map<String, Path> rows = new LinkedHashMap<>();
  private int month = 1000;

  @Test
  void statementsAreImportedAndTheBookIsProved() throws Exception {
    town.settle(ENTRIES);
    Rounds.Compared imported = Rounds.compared(ROUNDS, this::entriesPerSecond, this::copied);
    BenchResults.add(
        "payments.import",
        imported.value(),
        "entries/s",
        "COPY of as many entries + postings + allocations",
        imported.reference());
    Rounds.Compared proved = Rounds.compared(ROUNDS, this::proved, this::summed);
    BenchResults.add(
        "ledger.check",
        proved.value(),
        "postings/s",
        "a plain SQL sum by account and ledger account",
        proved.reference());
    for (Path file : rows.values()) {
      Files.delete(file);
    }
  }

  private double entriesPerSecond() throws Exception {
    town.invoices(++month);
    Path told = Files.createTempFile("told", ".xml");
    Path all = Files.createTempFile("statement", ".xml");
    town.writeTold(told, month, ENTRIES);
    town.write(all, month, ENTRIES);
    take(told, "told-" + month + ".xml");
    relayed();
    long transactions = last("payments.ledger_transaction_seq");
    long allocations = last("payments.allocation_seq");
    long begun = System.nanoTime();
    StatementFileRow file = take(all, "statement-" + month + ".xml");
    double seconds = (System.nanoTime() - begun) / 1e9;
    LOG.info("payments.import: " + seconds + " s");
    Files.delete(told);
    Files.delete(all);
    int hundreds = ENTRIES / 100;
    assertEquals(
        List.of(90L * hundreds, 9L * hundreds, (long) hundreds),
        List.of(file.matched(), file.unmatched(), (long) file.duplicates()));
    if (rows.isEmpty()) {
      export("payments.entry", "file_id = " + file.fileId());
      export("payments.posting", "transaction_id > " + transactions + " and transaction_id < 1e10");
      export("payments.allocation", "id > " + allocations);
    }
    relayed();
    LOG.info("relayed after " + (System.nanoTime() - begun) / 1e9 + " s");
    return ENTRIES / seconds;
  }

  private StatementFileRow take(Path content, String name) throws Exception {
    long id;
    try (InputStream in = Files.newInputStream(content)) {
      id = system.call(() -> job.upload(name, in));
    }
    long patience = System.nanoTime() + PATIENCE_NANOS;
    while (database.number(
            "select count(*) from payments.statement_file where file_id = ?"
                + " and finished_at is null",
            id)
        > 0) {
      assertTrue(System.nanoTime() < patience, name);
      Thread.sleep(20);
    }
    return system.call(() -> imports.file(id));
  }

  private double copied() throws Exception {
    for (String table : rows.keySet()) {
      execute("create table " + copyOf(table) + " (like " + table + " including all)");
    }
    long begun = System.nanoTime();
    for (Map.Entry<String, Path> each : rows.entrySet()) {
      try (Connection connection = source.getConnection();
          InputStream in = Files.newInputStream(each.getValue())) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + copyOf(each.getKey()) + " from stdin (format binary)", in, 1 << 16);
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    LOG.info("COPY: " + seconds + " s");
    for (String table : rows.keySet()) {
      execute("drop table " + copyOf(table));
    }
    return ENTRIES / seconds;
  }

  private double proved() {
    long begun = System.nanoTime();
    long check = system.call(ledger::check);
    double seconds = (System.nanoTime() - begun) / 1e9;
    LOG.info("ledger.check: " + seconds + " s");
    assertEquals(List.of(), system.call(() -> ledger.faults(check)));
    return postings() / seconds;
  }

  private double summed() {
    long begun = System.nanoTime();
    database.number(PLAIN_SUM);
    double seconds = (System.nanoTime() - begun) / 1e9;
    LOG.info("plain sum: " + seconds + " s");
    return postings() / seconds;
  }

  private long postings() {
    return database.number("select count(*) from payments.posting");
  }

  private long last(String sequence) {
    return database.number("select nextval('" + sequence + "')");
  }

  /** No event of before disturbs what is measured next. */
  private void relayed() throws InterruptedException {
    while (database.number(
            "select count(*) from (select 1 from common.outbox where sent_at is null limit 1) u")
        > 0) {
      Thread.sleep(50);
    }
  }

  private void export(String table, String where) throws SQLException, IOException {
    Path file = Files.createTempFile("payments-bench", ".copy");
    rows.put(table, file);
    try (Connection connection = source.getConnection();
        OutputStream out = Files.newOutputStream(file)) {
      long count =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy (select * from "
                      + table
                      + " where "
                      + where
                      + ") to stdout (format binary)",
                  out);
      LOG.info(count + " rows of " + table);
    }
  }

  private static String copyOf(String table) {
    return table.replace("payments.", "bench_");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
