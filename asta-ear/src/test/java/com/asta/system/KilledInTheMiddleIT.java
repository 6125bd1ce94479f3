package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The end of a month twice, on two copies of the same operator: undisturbed, and with the server
 * killed in the middle of the usage import, of the trial, and of the writing of invoices. The
 * killed one completes by itself, and both have the same to show.
 */
class KilledInTheMiddleIT {
  /** Records of all there is to do and of those done. */
  private static final String TRIED =
      "select count(*), count(*) filter (where status <> 'PENDING')"
          + " from billing.bill_run_account where run_id = (%s)";

  private static final String ISSUED =
      "select count(*) filter (where r.status = 'DRAFTED'), count(i.id)"
          + " from billing.bill_run_account r left join billing.invoice i"
          + " on i.account_id = r.account_id and i.id = r.bill_id where r.run_id = (%s)";

  private static final String IMPORTED =
      "select p.total, f.line_no from charging.usage_file f, common.job_progress p"
          + " join common.job_run r using (instance_id) where f.name = 'town.csv'"
          + " and r.job = 'charging-usage-import' and p.step = 'rate' and p.total is not null"
          + " and r.parameters->>'fileId' = f.file_id::text";

  private static final Logger LOG = Logger.getLogger(KilledInTheMiddleIT.class.getName());

  private static final String RUN = "select max(id) from billing.bill_run";

  @Test
  void whatWasKilledInTheMiddleEndsLikeWhatWasNot() throws Exception {
    try (CrashHarness killed = CrashHarness.start("killed-in-the-middle", "true")) {
      assertEquals(
          List.of("FINAL"),
          Rows.of(killed.database(), "select status from billing.bill_run"),
          "ready means that the demo is loaded");
      awaitQuiet(killed);
      killed.kill();
      assertFalse(killed.server().isAlive());
      try (Connection database = killed.database().connect()) {
        MonthEnd.settle(database);
      }
      Map<String, List<String>> expected;
      try (CrashHarness undisturbed = killed.twin("undisturbed")) {
        undisturbed.restart();
        LOG.info("twin started");
        importUsage(undisturbed);
        awaitImported(undisturbed);
        LOG.info("undisturbed import");
        press(undisturbed, "billing/bill-run-list.xhtml", "start", "go", cycle());
        awaitTried(undisturbed);
        approve(undisturbed);
        awaitIssued(undisturbed);
        LOG.info("undisturbed run");
        expected = Outcome.of(undisturbed.database());
      }
      killed.restart();
      LOG.info("restarted");
      killImport(killed);
      killTrial(killed);
      killFinalise(killed);

      assertTakenUp(killed, "charging-usage-import", 1);
      assertTakenUp(killed, "billing-bill-run", 1);
      assertTakenUp(killed, "billing-bill-run-finalise", 1);
      Outcome.assertSound(killed.database());
      Map<String, List<String>> actual = Outcome.of(killed.database());
      expected.forEach((what, rows) -> assertEquals(rows, actual.get(what), what));
      assertEquals(expected.keySet(), actual.keySet());
    }
  }

  /** From about a third on, the file's row is kept from going further. */
  private static void killImport(CrashHarness killed) throws Exception {
    try (Connection brake = brake(killed)) {
      importUsage(killed);
      Rows.await(
          brake,
          rows -> !rows.isEmpty(),
          "select 1 from charging.usage_file where name = 'town.csv' and line_no > %d"
              + " and status = 'RUNNING' for update",
          MonthEnd.EVENTS / 3);
      killInTheMiddle(killed, IMPORTED);
    }
    killed.restart();
    awaitImported(killed);
    LOG.info("import completed");
  }

  /** One account's row is kept waiting, so the run cannot end before it is killed. */
  private static void killTrial(CrashHarness killed) throws Exception {
    try (Connection brake = brake(killed)) {
      long before = Rows.number(brake, RUN);
      press(killed, "billing/bill-run-list.xhtml", "start", "go", cycle());
      Rows.await(
          brake,
          rows -> !rows.isEmpty(),
          "select 1 from billing.bill_run_account where run_id = (%s) and run_id > %d"
              + " and status = 'PENDING' order by account_id desc limit 1 for update",
          RUN,
          before);
      Rows.await(killed.database(), KilledInTheMiddleIT::isAThird, TRIED, RUN);
      killInTheMiddle(killed, TRIED.formatted(RUN));
    }
    killed.restart();
    awaitTried(killed);
    LOG.info("trial completed");
  }

  /** The entered charge on the last draft is kept, which its invoice has to write. */
  private static void killFinalise(CrashHarness killed) throws Exception {
    try (Connection brake = brake(killed)) {
      Rows.await(
          brake,
          rows -> !rows.isEmpty(),
          "select 1 from billing.bill_run_account a"
              + " join billing.manual_charge m on m.account_id = a.account_id"
              + " where a.run_id = (%s) and a.status = 'DRAFTED' and m.bill_id is null"
              + " and m.request_key like 'town-%%'"
              + " order by a.account_id desc limit 1 for update of m",
          RUN);
      approve(killed);
      Rows.await(killed.database(), KilledInTheMiddleIT::isAThird, ISSUED, RUN);
      killInTheMiddle(killed, ISSUED.formatted(RUN));
    }
    killed.restart();
    awaitIssued(killed);
    LOG.info("invoices completed");
  }

  private static Connection brake(CrashHarness crash) throws SQLException {
    Connection brake = crash.database().connect();
    brake.setAutoCommit(false);
    return brake;
  }

  private static boolean isAThird(List<String> rows) {
    String[] counts = rows.get(0).split(" ");
    return 3 * Long.parseLong(counts[1]) >= Long.parseLong(counts[0])
        && Long.parseLong(counts[1]) > 0;
  }

  private static void killInTheMiddle(CrashHarness crash, String counts) throws Exception {
    crash.kill();
    assertFalse(crash.server().isAlive());
    List<String> rows = Rows.of(crash.database(), counts);
    assertEquals(1, rows.size(), counts);
    String[] columns = rows.get(0).split(" ");
    long all = Long.parseLong(columns[0]);
    long done = Long.parseLong(columns[1]);
    LOG.info("killed at " + done + " of " + all);
    assertTrue(0 < done && done < all, () -> done + " of " + all + " were done: " + counts);
  }

  private static void importUsage(CrashHarness crash) throws Exception {
    MonthEnd.dropUsage(crash.data());
  }

  private static void awaitImported(CrashHarness crash) throws Exception {
    Rows.await(
        crash.database(),
        rows -> rows.equals(List.of("DONE")),
        "select status from charging.usage_file where name = 'town.csv'");
    awaitEnded(crash);
  }

  private static void awaitTried(CrashHarness crash) throws Exception {
    awaitStatus(crash, "REVIEW");
  }

  private static void awaitIssued(CrashHarness crash) throws Exception {
    awaitStatus(crash, "FINAL");
    awaitQuiet(crash);
  }

  private static void awaitStatus(CrashHarness crash, String status) throws Exception {
    Rows.await(
        crash.database(),
        rows -> rows.equals(List.of(status)),
        "select status from billing.bill_run where id = (%s)",
        RUN);
    awaitEnded(crash);
  }

  /** The last transaction of a job says so in its tables, a moment later the job itself. */
  private static void awaitEnded(CrashHarness crash) throws Exception {
    Rows.await(
        crash.database(),
        rows -> rows.equals(List.of("COMPLETED")),
        "select e.batchstatus from common.job_run r"
            + " join job_execution e on e.jobexecutionid = r.execution_id"
            + " order by r.execution_id desc limit 1");
  }

  /** Every event is sent, and every invoice a receivable. */
  private static void awaitQuiet(CrashHarness crash) throws Exception {
    Rows.await(
        crash.database(),
        rows -> rows.equals(List.of("0 0")),
        "select (select count(*) from common.outbox where sent_at is null),"
            + " (select count(*) from billing.invoice i where not exists (select 1"
            + " from payments.open_item o where o.account_id = i.account_id"
            + " and o.number = i.number))");
  }

  private static void approve(CrashHarness crash) throws Exception {
    String run = Rows.of(crash.database(), RUN).get(0);
    press(crash, "billing/bill-run.xhtml?id=" + run, "decide", "approve", Map.of());
  }

  private static Map<String, String> cycle() {
    String end = MonthEnd.CYCLE_END.toString();
    return Map.of("cycleEnd", end, "issuedOn", end);
  }

  private static void press(
      CrashHarness crash, String page, String form, String button, Map<String, String> fields)
      throws Exception {
    FormClient.signIn(crash.server().address(), "billing").submit(page, form, button, fields);
  }

  /** It went on by itself: the boot restarted it, and no person did. */
  private static void assertTakenUp(CrashHarness crash, String job, int times) throws SQLException {
    assertEquals(
        List.of(String.valueOf(times)),
        Rows.of(
            crash.database(),
            "select count(*) from common.job_run r"
                + " join job_execution e on e.jobexecutionid = r.execution_id"
                + " where r.job = '%s' and r.restart_of is not null"
                + " and e.batchstatus = 'COMPLETED'",
            job),
        job);
  }
}
