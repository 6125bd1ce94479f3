package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.BillTown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A run's invoices are on their way and their debts are being collected when the server is killed,
 * twice amid the accounts, and once between the bank's file and the commit that says it is there.
 * Each invoice leaves once, each debt is collected once, and there is one file.
 */
class DeliveryKilledIT {
  private static final Logger LOG = Logger.getLogger(DeliveryKilledIT.class.getName());
  private static final long SEED = Long.getLong("asta.seed", System.nanoTime());
  private static final int ACCOUNTS = 3_000;
  private static final int KILLS_AMONG_ACCOUNTS = 2;
  private static final int CYCLE_DAY = 5;
  private static final String DELIVERED = "select count(*) from billing.delivery";
  private static final String CHOSEN = "select count(*) from payments.collection";
  private static final String FILES =
      "select sha256, path from common.import_file where kind = 'direct-debits'";
  private static final Pattern ORDER = Pattern.compile("<EndToEndId>(DDC\\w+)</EndToEndId>");

  private final Random random = new Random(SEED);

  @Test
  void everyInvoiceLeavesOnceAndEveryDebtIsCollectedOnce() throws Exception {
    LOG.info("Seed " + SEED + "; the same again with -Dasta.seed=" + SEED);
    try (CrashHarness server = CrashHarness.start("delivery-killed", "staff")) {
      settle(server);
      int held = 0;
      for (int kill = 1; kill <= KILLS_AMONG_ACCOUNTS; kill++) {
        held += 500 + random.nextInt(ACCOUNTS / KILLS_AMONG_ACCOUNTS - 600);
        try (Connection brake = server.database().connect()) {
          brake.setAutoCommit(false);
          hold(brake, held);
          if (kill == 1) {
            press(server, "billing/bill-run.xhtml?id=" + run(server), "send", "deliver");
            press(server, "payments/direct-debit-list.xhtml", "begin", "start");
          } else {
            server.restart();
          }
          awaitHeld(server, 2);
          kill(server);
        }
      }
      String file = killBehindTheFile(server);
      server.restart();
      assertDelivered(server);
      assertCollected(server, file);
    }
  }

  private void kill(CrashHarness server) throws Exception {
    Thread.sleep(random.nextInt(100));
    server.kill();
    assertFalse(server.server().isAlive());
    long delivered = Long.parseLong(Rows.of(server.database(), DELIVERED).get(0));
    long chosen = Long.parseLong(Rows.of(server.database(), CHOSEN).get(0));
    LOG.info("killed at %d invoices and %d collections".formatted(delivered, chosen));
    assertTrue(delivered < ACCOUNTS && chosen < ACCOUNTS, "it was not killed in the middle");
  }

  /** Holds back the collections from an account on, and the delivery of one that waits. */
  private static void hold(Connection brake, int account) throws SQLException {
    Rows.of(
        brake,
        "select 1 from payments.mandate where account_id = (select account_id from"
            + " payments.financial_account order by account_id offset %d limit 1) for update",
        account);
    try (Statement statement = brake.createStatement()) {
      statement.execute(
          "insert into billing.delivery (account_id, invoice_id, attempt, channel, language,"
              + " delivered_at, delivered_by) select account_id, id, 1, 'PAPER', 'pl', now(), 'it'"
              + " from (select i.account_id, i.id, ntile(2) over (order by i.account_id) as half"
              + " from billing.invoice i left join billing.delivery d using (account_id)"
              + " where d.account_id is null) w where half = 2 order by account_id limit 1");
    }
  }

  /** The file is kept before the batch says so; the mandates, which come next, are held back. */
  private String killBehindTheFile(CrashHarness server) throws Exception {
    try (Connection brake = server.database().connect()) {
      brake.setAutoCommit(false);
      Rows.of(brake, "select id from payments.mandate order by id limit 1 for no key update");
      server.restart();
      List<String> files = Rows.await(server.database(), rows -> !rows.isEmpty(), FILES);
      awaitHeld(server, 1);
      server.kill();
      assertEquals(
          List.of("GATHERING " + ACCOUNTS),
          Rows.of(
              server.database(),
              "select state, (select count(*) from payments.collection where state = 'PENDING')"
                  + " from payments.debit_batch"),
          "the file is there, the batch does not say so");
      return files.get(0);
    }
  }

  private static void awaitHeld(CrashHarness server, int jobs) throws Exception {
    Rows.await(
        server.database(),
        rows -> Integer.parseInt(rows.get(0)) >= jobs,
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
            + " and datname = current_database()");
  }

  private static void assertDelivered(CrashHarness server) throws Exception {
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of("t")),
        "select delivered_at is not null from billing.bill_run where id = " + run(server));
    assertEquals(
        List.of("EMAIL " + ACCOUNTS / 3, "PAPER " + ACCOUNTS / 3, "SELF_CARE " + ACCOUNTS / 3),
        Rows.of(
            server.database(),
            "select channel, count(*) from billing.delivery group by 1" + " order by 1"));
    assertNone(
        server,
        "invoices that did not leave once",
        "select i.number from billing.invoice i left join billing.delivery d using (account_id)"
            + " group by i.account_id, i.number having count(d.account_id) <> 1");
    assertNone(
        server,
        "letters that are not one of an invoice that goes by mail",
        "select d.mail_key from billing.delivery d full join (select unique_key from common.mail"
            + " where unique_key like 'invoice/%%') m on m.unique_key = d.mail_key"
            + " where d.channel is null or d.channel = 'EMAIL' and m.unique_key is null");
  }

  private static void assertCollected(CrashHarness server, String file) throws Exception {
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of("SUBMITTED")),
        "select state from payments.debit_batch");
    assertEquals(List.of(file), Rows.of(server.database(), FILES), "the same file, once");
    assertNone(
        server,
        "debts that are not collected once",
        "select i.number from payments.open_item i left join payments.collection c"
            + " on c.open_item_id = i.id group by i.id, i.number, i.open_amount"
            + " having count(c.id) <> 1 or sum(c.amount) <> i.open_amount");
    assertEquals(
        List.of(ACCOUNTS + " " + ACCOUNTS),
        Rows.of(
            server.database(),
            "select count(*), count(distinct unique_key) from common.mail"
                + " where unique_key like 'debit-DDC%%'"),
        "each is told once");
    String xml = Files.readString(Path.of(file.split(" ", 2)[1]));
    assertEquals(
        ACCOUNTS, ORDER.matcher(xml).results().map(each -> each.group(1)).distinct().count());
    assertEquals(ACCOUNTS, ORDER.matcher(xml).results().count());
    assertTrue(xml.contains("<NbOfTxs>" + ACCOUNTS + "</NbOfTxs>"));
  }

  private static void assertNone(CrashHarness server, String what, String query)
      throws SQLException {
    assertEquals(List.of(), Rows.of(server.database(), query), what);
  }

  /** A town whose last bills are final, a third goes each way, all owed and all to be debited. */
  private static void settle(CrashHarness server) throws SQLException {
    try (Connection database = server.database().connect();
        Statement statement = database.createStatement()) {
      BillTown.settle(database, "V-", ACCOUNTS, CYCLE_DAY, 1);
      for (String sql :
          List.of(
              "insert into billing.bill_run_account (run_id, account_id, shard, status, bill_id)"
                  + " select i.run_id, i.account_id, a.shard, 'DRAFTED', i.id from billing.invoice i"
                  + " join billing.billing_account a using (account_id)",
              "update billing.billing_account set delivery = (array['EMAIL', 'PAPER',"
                  + " 'SELF_CARE'])[1 + account_id % 3]",
              "insert into payments.financial_account (account_id, customer_id, shard, number,"
                  + " number_key, currency, opened_at) select id, customer_id, shard, number,"
                  + " replace(number, '-', ''), 'PLN', now() from customers.account",
              "insert into payments.open_item (account_id, id, kind, document_id, number,"
                  + " number_key, issued_on, due_on, amount, open_amount, currency)"
                  + " select account_id, id, 'INVOICE', id, number,"
                  + " regexp_replace(number, '[^A-Z0-9]', '', 'g'), current_date - 10,"
                  + " current_date + 2, gross, gross, 'PLN' from billing.invoice",
              "insert into payments.mandate (id, account_id, customer_id, reference, creditor_id,"
                  + " scheme, one_off, debtor_name, iban, state, signed_on, created_at, created_by)"
                  + " select account_id, account_id, customer_id, 'M' || account_id,"
                  + " 'DE98ZZZ09999999999', 'DOMESTIC', false, 'Jan Nowak',"
                  + " 'PL27114020040000300201355387', 'ACTIVE', current_date - 30, now(), 'it'"
                  + " from payments.financial_account",
              "update payments.debit_policy set creditor_id = 'DE98ZZZ09999999999'",
              "analyze")) {
        statement.execute(sql);
      }
    }
  }

  private static String run(CrashHarness server) throws SQLException {
    return Rows.of(server.database(), "select max(id) from billing.bill_run").get(0);
  }

  private static void press(CrashHarness server, String page, String form, String button)
      throws Exception {
    FormClient.signIn(server.server().address(), "billing").submit(page, form, button, Map.of());
  }
}
