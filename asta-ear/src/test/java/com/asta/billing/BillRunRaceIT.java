package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillRunWork;
import com.asta.common.OperatorZone;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Several operators press the same buttons at the same moment. */
@ArquillianTest
class BillRunRaceIT {
  private static final Logger LOG = Logger.getLogger(BillRunRaceIT.class.getName());
  private static final int OPERATORS = 4;
  private static final long PATIENCE_MILLIS = 60_000;

  @Resource private ManagedThreadFactory threads;
  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillRunJob job;
  @Inject private BillRunService runs;
  @Inject private BillRunWork work;
  @Inject private Database database;

  @Test
  void whoeverPressesThereIsOneRunOneNumberAndOnePosting() throws Exception {
    Street street = town.settle(5);
    LocalDate today = LocalDate.now(OperatorZone.ID);

    assertEquals(
        Map.of("done", 1, "RUN_ALREADY_OPEN", OPERATORS - 1),
        atOnce(times(() -> system.call(() -> job.start(street.cycleEnd(), today)))));
    long run =
        database.number(
            "select id from billing.bill_run where cycle_end = ? and status in ('TRIAL', 'REVIEW')",
            java.sql.Date.valueOf(street.cycleEnd()));
    town.await(run, BillRunStatus.REVIEW);

    assertEquals(
        Map.of("done", 1, "RUN_NOT_IN_REVIEW", OPERATORS - 1),
        atOnce(times(() -> system.run(() -> job.repeat(run)))));
    town.await(run, BillRunStatus.REVIEW);

    assertEquals(
        Map.of("done", 1, "RUN_NOT_IN_REVIEW", OPERATORS - 1),
        atOnce(times(() -> system.run(() -> job.approve(run)))));
    town.await(run, BillRunStatus.FINAL);

    assertEquals(
        5L,
        database.number(
            "select count(distinct number) from billing.invoice where run_id = ?", run));
    assertEquals(
        1L, database.number("select count(*) from billing.number_block where run_id = ?", run));
    awaitPostings(run, 5);
  }

  @Test
  void eitherTheApprovalOrTheCancellationComesToPass() throws Exception {
    Street street = town.settle(3);
    long run = town.trial(street.cycleEnd());

    Map<String, Integer> results =
        atOnce(
            List.of(
                () -> system.run(() -> job.approve(run)),
                () -> system.run(() -> runs.cancel(run)),
                () -> system.run(() -> job.retryQuarantined(run)),
                () -> system.run(() -> job.approve(run)),
                () -> system.run(() -> runs.cancel(run))));
    assertEquals(Map.of("done", 1, "RUN_NOT_IN_REVIEW", 4), results);

    BillRunStatus status = settled(run);
    long numbers = database.number("select count(*) from billing.invoice where run_id = ?", run);
    assertEquals(status == BillRunStatus.FINAL ? 3 : 0, numbers, () -> "run is " + status);
    assertTrue(
        status != BillRunStatus.CANCELLED
            || database.number("select count(*) from billing.bill where run_id = ?", run) == 0,
        "a cancelled run leaves no draft");
  }

  @Test
  void runsAtTheSameTimeNumberWithoutAGap() throws Exception {
    List<Street> streets = IntStream.range(0, 3).mapToObj(i -> town.settle(7)).toList();
    List<Long> trialled = streets.stream().map(street -> town.trial(street.cycleEnd())).toList();

    assertEquals(
        Map.of("done", 3),
        atOnce(
            trialled.stream()
                .map(run -> (Runnable) () -> system.run(() -> job.approve(run)))
                .toList()));
    trialled.forEach(run -> town.await(run, BillRunStatus.FINAL));

    List<Long> numbers =
        database.rows(
            "select split_part(number, '/', 4)::bigint from billing.invoice where run_id = any (?)"
                + " order by 1",
            row -> row.getLong(1),
            (Object) trialled.toArray(Long[]::new));
    assertEquals(21, numbers.size());
    assertEquals(21, numbers.stream().distinct().count());
    assertEquals(
        List.of(),
        database.rows(
            "select s.series from billing.number_series s where next_number - 1 <> (select count(*)"
                + " from billing.invoice i where i.seller_nip = s.seller"
                + " and starts_with(i.number, s.series || '/'))",
            row -> row.getString(1)));
  }

  /** Of two jobs that would issue the same drafts, the invoice's key lets one through. */
  @Test
  void whoeverIssuesADraftThereIsOneInvoiceAndOneMessage() throws Exception {
    Street street = town.settle(20);
    long run = town.trial(street.cycleEnd());
    system.run(() -> runs.approve(run));
    List<Integer> issued = Collections.synchronizedList(new ArrayList<>());

    atOnce(
        times(
            () -> {
              try {
                issued.add(system.call(() -> work.issue(run, street.accounts())));
              } catch (EJBException refused) {
                LOG.log(Level.INFO, "The other was first", refused);
              }
            }));
    system.run(() -> work.finish(run));

    assertEquals(20, issued.stream().mapToInt(Integer::intValue).sum());
    assertEquals(
        20L, database.number("select count(*) from billing.invoice where run_id = ?", run));
    assertEquals(
        20L,
        database.number(
            "select count(*) from billing.invoice i join (select"
                + " (e ->> 'invoiceId')::bigint as id from common.outbox o,"
                + " jsonb_array_elements(o.body::jsonb -> 'invoices') e"
                + " where o.type = 'InvoicesIssued') f using (id) where i.run_id = ?",
            run));
    awaitPostings(run, 20);
  }

  private static List<Runnable> times(Runnable press) {
    return Collections.nCopies(OPERATORS, press);
  }

  /** Lets all go at one moment; counts what came of it. */
  private Map<String, Integer> atOnce(List<Runnable> presses) throws Exception {
    CountDownLatch ready = new CountDownLatch(presses.size());
    List<Future<String>> pressed = new ArrayList<>();
    for (Runnable press : presses) {
      FutureTask<String> task =
          new FutureTask<>(
              () -> {
                ready.countDown();
                ready.await();
                try {
                  press.run();
                  return "done";
                } catch (Refusal refusal) {
                  return refusal.reason().name();
                }
              });
      pressed.add(task);
      threads.newThread(task).start();
    }
    Map<String, Integer> results = new TreeMap<>();
    for (Future<String> each : pressed) {
      results.merge(each.get(), 1, Integer::sum);
    }
    return results;
  }

  private BillRunStatus settled(long run) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    BillRunStatus status = system.call(() -> runs.card(run)).status();
    while (status.isWorking() && System.currentTimeMillis() < deadline) {
      Thread.sleep(50);
      status = system.call(() -> runs.card(run)).status();
    }
    if (status == BillRunStatus.REVIEW) {
      system.run(() -> runs.cancel(run));
      status = BillRunStatus.CANCELLED;
    }
    return status;
  }

  private void awaitPostings(long run, long expected) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    String query =
        "select count(*) from payments.ledger_transaction t join billing.invoice i"
            + " on t.account_id = i.account_id and t.source = 'invoice/' || i.id"
            + " where i.run_id = ?";
    while (database.number(query, run) < expected && System.currentTimeMillis() < deadline) {
      Thread.sleep(100);
    }
    assertEquals(expected, database.number(query, run));
    assertEquals(
        expected,
        database.number(
            "select count(*) from payments.open_item o join billing.invoice i"
                + " on o.account_id = i.account_id and o.document_id = i.id where i.run_id = ?",
            run));
  }
}
