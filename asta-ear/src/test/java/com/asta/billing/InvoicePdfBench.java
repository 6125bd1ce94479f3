package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.InvoiceService;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Invoices as PDF/A-3, with logo, code for paying and attached e-invoice, read from the database
 * and set in their language, on both cores.
 */
@ArquillianTest
class InvoicePdfBench {
  private static final int ACCOUNTS = 500;
  private static final int CYCLE_DAY = 25;
  private static final int CORES = 2;
  private static final int ROUNDS = 5;

  /** So often are all invoices set first: the server's compiler needs some 5,000 of them. */
  private static final int WARM_UP = 12;

  private static final int SMALLEST = 10_000;
  private static final long PATIENCE_MILLIS = 60_000;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  @Resource private ManagedExecutorService threads;
  @Inject private SystemCaller system;
  @Inject private BillRunJob job;
  @Inject private BillRunService runs;
  @Inject private InvoiceService invoices;
  @Inject private Database database;

  @Test
  void pdfs() throws Exception {
    try (Connection connection = source.getConnection()) {
      BillTown.settle(connection, "P-", ACCOUNTS, CYCLE_DAY, 0);
    }
    LocalDate today = LocalDate.now(OperatorZone.ID);
    long run = system.call(() -> job.start(BillTown.cycleEnd(CYCLE_DAY), today));
    await(run, BillRunStatus.REVIEW);
    system.run(() -> job.approve(run));
    await(run, BillRunStatus.FINAL);
    List<Long> ids =
        database.rows(
            "select id from billing.invoice where run_id = ?", row -> row.getLong(1), run);
    for (int i = 0; i < WARM_UP; i++) {
      perSecond(ids);
    }
    BenchResults.add("invoice.pdf", Rounds.median(ROUNDS, () -> perSecond(ids)), "PDF/s");
  }

  private double perSecond(List<Long> ids) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> working = new ArrayList<>();
    long begun = System.nanoTime();
    for (int core = 0; core < CORES; core++) {
      working.add(threads.submit(() -> render(ids, next)));
    }
    for (Future<?> each : working) {
      each.get();
    }
    return ids.size() * 1e9 / (System.nanoTime() - begun);
  }

  private void render(List<Long> ids, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < ids.size(); i = next.getAndIncrement()) {
      long id = ids.get(i);
      byte[] pdf = system.call(() -> invoices.pdf(id, "pl"));
      assertTrue(pdf.length > SMALLEST, () -> "invoice " + id + " has " + pdf.length + " octets");
      assertTrue(new String(pdf, 0, 8, StandardCharsets.US_ASCII).startsWith("%PDF-1."));
    }
  }

  private void await(long run, BillRunStatus status) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (system.call(() -> runs.card(run)).status() != status) {
      assertTrue(System.currentTimeMillis() < deadline, () -> "run is not " + status);
      Thread.sleep(50);
    }
  }
}
