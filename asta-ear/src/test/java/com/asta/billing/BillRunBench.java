package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.service.BillRunService;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * From the start of a run to numbered, immutable, published invoices, by the real jobs, against one
 * statement that inserts the very same invoices with their lines into equally indexed tables.
 */
@ArquillianTest
@TestMethodOrder(MethodName.class)
class BillRunBench {
  private static final Logger LOG = Logger.getLogger(BillRunBench.class.getName());
  private static final int ACCOUNTS = 50_000;
  private static final int MANY = 100_000;
  private static final int FEW = 10_000;
  private static final int ROUNDS = 3;

  /** Runs until the server's compiler has little left to do, besides the one of every measure. */
  private static final int WARM_UPS = 4;

  private static final int MONTHS = 12;
  private static final int LINES = 6;

  /** What an invoice's line is made of; what the view of lines calculates is not written. */
  private static final String LINE =
      "account_id, invoice_id, line, text_en, text_pl, service_id, period_start, period_end,"
          + " quantity, unit, net, vat_label, kind, subscription_id, corrects_line, net_before,"
          + " quantity_before, owner_account_id, owner_name";

  private static final long PATIENCE_MILLIS = 180_000;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  @Inject private Database database;
  @Inject private SystemCaller system;
  @Inject private BillRunService runs;
  @Inject private BillRunJob job;

  private static int cycleDay = 1;

  private long run;

  @Test
  void accounts() throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      billed();
    }
    Rounds.Compared medians = Rounds.compared(ROUNDS, this::billed, this::inserted);
    BenchResults.add(
        "billrun.accounts",
        medians.value(),
        "accounts/s",
        "one SQL statement that inserts the same invoices and lines",
        medians.reference());
  }

  @Test
  void scaling() throws Exception {
    LocalDate few = settle(FEW, ++cycleDay, MONTHS);
    LocalDate fewAgain = settle(FEW, ++cycleDay, MONTHS);
    LocalDate many = settle(MANY, ++cycleDay, MONTHS);
    double atFew = (seconds(few, FEW) + seconds(fewAgain, FEW)) / 2;
    double atMany = seconds(many, MANY) * FEW / MANY;
    BenchResults.add(
        "billrun.scaling",
        atMany,
        "s per 10000",
        "the same with 10000 instead of %d accounts; a year behind".formatted(MANY),
        atFew);
  }

  private double billed() throws Exception {
    LocalDate cycleEnd = settle(ACCOUNTS, ++cycleDay, 1);
    return ACCOUNTS / seconds(cycleEnd, ACCOUNTS);
  }

  private double seconds(LocalDate cycleEnd, int accounts) throws Exception {
    long begun = System.nanoTime();
    bill(cycleEnd);
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertEquals(
        (long) LINES * accounts,
        database.number(
            "select count(*) from billing.invoice_line l join billing.invoice i on i.account_id ="
                + " l.account_id and i.id = l.invoice_id where i.run_id = ?",
            run));
    LOG.info("%d accounts billed in %.2f s".formatted(accounts, seconds));
    awaitReceivables();
    return seconds;
  }

  private LocalDate settle(int accounts, int day, int months) throws SQLException {
    try (Connection connection = source.getConnection()) {
      BillTown.settle(connection, "B" + day + "-", accounts, day, months);
    }
    return BillTown.cycleEnd(day);
  }

  private void bill(LocalDate cycleEnd) throws InterruptedException {
    long begun = System.nanoTime();
    run = system.call(() -> job.start(cycleEnd, LocalDate.now(OperatorZone.ID)));
    await(BillRunStatus.REVIEW);
    long tried = System.nanoTime();
    system.run(() -> job.approve(run));
    long approved = System.nanoTime();
    await(BillRunStatus.FINAL);
    LOG.info(
        "trial %d ms, approval %d ms, invoices %d ms"
            .formatted(
                (tried - begun) / 1_000_000,
                (approved - tried) / 1_000_000,
                (System.nanoTime() - approved) / 1_000_000));
  }

  private void await(BillRunStatus status) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (database.number(
            "select count(*) from billing.bill_run where id = ? and status = ?", run, status.name())
        == 0) {
      if (System.currentTimeMillis() > deadline) {
        throw new AssertionError("Still " + system.call(() -> runs.card(run)));
      }
      Thread.sleep(20);
    }
  }

  /** Payments hears of every invoice; the next round begins when it has taken them all. */
  private void awaitReceivables() throws InterruptedException {
    long begun = System.currentTimeMillis();
    while (database.number(
            "select count(*) from billing.invoice i where i.run_id = ? and not exists (select 1"
                + " from payments.open_item o where o.account_id = i.account_id"
                + " and o.number = i.number)",
            run)
        > 0) {
      if (System.currentTimeMillis() - begun > PATIENCE_MILLIS) {
        throw new AssertionError("Payments does not keep up");
      }
      Thread.sleep(200);
    }
    LOG.info("receivables %d ms later".formatted(System.currentTimeMillis() - begun));
  }

  private double inserted() throws Exception {
    execute("drop table if exists bench_line, bench_tax, bench_invoice");
    execute("create table bench_invoice (like billing.invoice including all)");
    execute("create table bench_line (like billing.credit_line including all)");
    execute("create table bench_tax (like billing.credit_tax including all)");
    String of = " from billing.invoice i join billing.";
    String its =
        " d on d.account_id = i.account_id and d.invoice_id = i.id where i.run_id = " + run;
    long begun = System.nanoTime();
    execute(
        "with heads as (insert into bench_invoice select * from billing.invoice where run_id = "
            + run
            + "), lines as (insert into bench_line ("
            + LINE
            + ") select d."
            + LINE.replace(", ", ", d.")
            + of
            + "invoice_line"
            + its
            + ") insert into bench_tax select d.*"
            + of
            + "invoice_tax"
            + its);
    double seconds = (System.nanoTime() - begun) / 1e9;
    LOG.info("one statement: %.2f s".formatted(seconds));
    execute("drop table bench_line, bench_tax, bench_invoice");
    return ACCOUNTS / seconds;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
