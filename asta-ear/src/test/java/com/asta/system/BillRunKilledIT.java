package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.asta.billing.BillTown;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Two towns that are the same but for their names: one is billed undisturbed, for the other the
 * server is killed at random moments, four times in the trial and four times while invoices are
 * written. It completes by itself each time, and both towns have the same to pay.
 */
class BillRunKilledIT {
  private static final Logger LOG = Logger.getLogger(BillRunKilledIT.class.getName());
  private static final long SEED = Long.getLong("asta.seed", System.nanoTime());
  private static final int ACCOUNTS = 4_000;
  private static final int KILLS = 4;

  /** How long a restarted server may work before it is killed again, at most. */
  private static final int WORK_MILLIS = 2_500;

  private static final int UNDISTURBED = 5;
  private static final int KILLED = 9;
  private static final String RUN = "select max(id) from billing.bill_run";

  private static final String STATES =
      "select status, count(*) from billing.bill_run_account where run_id = (%s) group by 1";

  /** What an account has to pay, and for what; accounts of both towns by their place in them. */
  private static final String BILLS =
      "select substring(i.account_number from '-(.*)')::int, i.net, i.tax, i.gross, (select md5("
          + "string_agg(concat_ws('|', l.line, l.kind, l.text_pl, l.quantity, l.net, l.vat_label),"
          + " ',' order by l.line)) from billing.invoice_line l where l.account_id = i.account_id"
          + " and l.invoice_id = i.id), (select string_agg(concat_ws('|', t.label, t.net, t.tax,"
          + " t.rounding), ',' order by t.line) from billing.invoice_tax t"
          + " where t.account_id = i.account_id and t.invoice_id = i.id)"
          + " from billing.invoice i where i.account_number like '%s-%%' order by 1";

  private final Random random = new Random(SEED);

  @Test
  void whatIsKilledEightTimesEndsLikeWhatIsNot() throws Exception {
    LOG.info("Seed " + SEED + "; the same again with -Dasta.seed=" + SEED);
    try (CrashHarness server = CrashHarness.start("bill-run-killed", "staff")) {
      try (Connection database = server.database().connect()) {
        BillTown.settle(database, "U-", ACCOUNTS, UNDISTURBED, 0);
        BillTown.settle(database, "K-", ACCOUNTS, KILLED, 0);
      }
      start(server, UNDISTURBED);
      awaitStatus(server, "REVIEW");
      approve(server);
      awaitStatus(server, "FINAL");
      LOG.info("undisturbed run");

      try (Connection brake = brake(server)) {
        start(server, KILLED);
        Rows.await(brake, rows -> !rows.isEmpty(), lastPending());
        killOften(server, "trial");
      }
      awaitStatus(server, "REVIEW");
      try (Connection brake = brake(server)) {
        Rows.await(brake, rows -> !rows.isEmpty(), lastCharge());
        approve(server);
        killOften(server, "invoices");
      }
      awaitStatus(server, "FINAL");
      assertSame(server);
      assertSound(server);
    }
  }

  /** A row that a step has to write is kept, so that the step cannot end before its last kill. */
  private static Connection brake(CrashHarness server) throws SQLException {
    Connection brake = server.database().connect();
    brake.setAutoCommit(false);
    return brake;
  }

  /** Of the trial: the place in the run of the account that comes last. */
  private static String lastPending() {
    return lastOf("billing.bill_run_account a", "a.status = 'PENDING'", "a");
  }

  /** Of the invoices: the entered charge on the draft that comes last. */
  private static String lastCharge() {
    return lastOf(
        "billing.bill_run_account a join billing.manual_charge m on m.account_id = a.account_id",
        "a.status = 'DRAFTED' and m.bill_id is null",
        "m");
  }

  private static String lastOf(String rows, String condition, String kept) {
    return "select 1 from "
        + rows
        + " join billing.bill_run r on r.id = a.run_id where r.id = ("
        + RUN
        + ") and r.cycle_end = '"
        + BillTown.cycleEnd(KILLED)
        + "' and "
        + condition
        + " order by a.account_id desc limit 1 for update of "
        + kept;
  }

  private void killOften(CrashHarness server, String step) throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      int millis = random.nextInt(WORK_MILLIS);
      Thread.sleep(millis);
      server.kill();
      assertFalse(server.server().isAlive());
      LOG.info(
          "kill %d of the %s, %d ms after it went on: %s"
              .formatted(kill, step, millis, Rows.of(server.database(), STATES, RUN)));
      server.restart();
      awaitWork(server);
    }
  }

  /** The boot took the job up again. */
  private static void awaitWork(CrashHarness server) throws Exception {
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of("STARTED")),
        "select e.batchstatus from common.job_run r join job_execution e"
            + " on e.jobexecutionid = r.execution_id where r.restart_of is not null"
            + " and e.starttime > now() - interval '20 seconds'"
            + " order by r.execution_id desc limit 1");
  }

  private static void start(CrashHarness server, int cycleDay) throws Exception {
    String end = BillTown.cycleEnd(cycleDay).toString();
    Map<String, String> fields = Map.of("cycleEnd", end, "issuedOn", today(server));
    press(server, "billing/bill-run-list.xhtml", "start", "go", fields);
  }

  private static String today(CrashHarness server) throws SQLException {
    return Rows.of(server.database(), "select (now() at time zone 'Europe/Warsaw')::date").get(0);
  }

  private static void approve(CrashHarness server) throws Exception {
    String run = Rows.of(server.database(), RUN).get(0);
    press(server, "billing/bill-run.xhtml?id=" + run, "decide", "approve", Map.of());
  }

  private static void press(
      CrashHarness server, String page, String form, String button, Map<String, String> fields)
      throws Exception {
    FormClient.signIn(server.server().address(), "billing").submit(page, form, button, fields);
  }

  private static void awaitStatus(CrashHarness server, String status) throws Exception {
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of(status)),
        "select status from billing.bill_run where id = (%s)",
        RUN);
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of("COMPLETED")),
        "select e.batchstatus from common.job_run r join job_execution e"
            + " on e.jobexecutionid = r.execution_id where r.job like 'billing-bill-run%%'"
            + " order by r.execution_id desc limit 1");
  }

  private static void assertSame(CrashHarness server) throws SQLException {
    List<String> expected = Rows.of(server.database(), BILLS, "U");
    assertEquals(ACCOUNTS, expected.size(), "an invoice for each account");
    assertEquals(expected, Rows.of(server.database(), BILLS, "K"));
  }

  private static void assertSound(CrashHarness server) throws Exception {
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of("0 " + 2 * ACCOUNTS)),
        "select (select count(*) from common.outbox where sent_at is null),"
            + " (select count(*) from payments.open_item where kind = 'INVOICE')");
    assertNone(
        server,
        "gaps and repetitions of numbers",
        "select series, next_number from billing.number_series s where (select count(*)"
            + " from billing.invoice i where starts_with(i.number, s.series)) <> next_number - 1"
            + " or exists (select 1 from generate_series(1, next_number - 1) n where not exists"
            + " (select 1 from billing.invoice i where i.seller_nip = s.seller"
            + " and i.number = s.series || '/' || lpad(n::text, 6, '0')))");
    assertNone(
        server,
        "numbers that do not follow the order of accounts",
        "select number from (select number, rank() over (partition by run_id order by account_id)"
            + " - rank() over (partition by run_id order by number) as moved"
            + " from billing.invoice) i where moved <> 0");
    assertNone(
        server,
        "invoices that were not published once",
        "select i.number, count(f.id) from billing.invoice i left join (select"
            + " (e ->> 'invoiceId')::bigint as id from common.outbox o, jsonb_array_elements("
            + "o.body::jsonb -> 'invoices') e where o.type = 'InvoicesIssued') f using (id)"
            + " group by 1 having count(f.id) <> 1");
    assertNone(
        server,
        "accounts that owe another amount than their invoice",
        "select i.account_id, i.gross, sum(l.amount) from billing.invoice i left join"
            + " payments.ledger_leg l on l.account_id = i.account_id and l.account = 'RECEIVABLE'"
            + " group by 1, 2 having sum(l.amount) is distinct from i.gross");
    assertNone(
        server,
        "ledger transactions that do not sum to zero",
        "select account_id, transaction_id, sum(amount) from payments.ledger_leg"
            + " group by 1, 2 having sum(amount) <> 0");
    assertNone(
        server,
        "charges billed twice or not at all",
        "select m.id from billing.manual_charge m where (select count(*) from billing.bill_item i"
            + " where i.manual_charge_id = m.id and i.bill_id = m.bill_id) <> 1");
    assertEquals(
        List.of("0"),
        Rows.of(
            server.database(),
            "select count(*) from billing.bill b where not exists (select 1 from billing.invoice i"
                + " where i.account_id = b.account_id and i.id = b.id)"));
  }

  private static void assertNone(CrashHarness server, String what, String query)
      throws SQLException {
    assertEquals(List.of(), Rows.of(server.database(), query), what);
  }
}
