package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.payments.rules.StatementWriter;
import com.asta.payments.rules.StatementWriter.Transfer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A bank statement imported twice, on two copies of the same operator: undisturbed, and with the
 * server killed six times at random moments. The killed one goes on by itself after each start, and
 * both have the same to show.
 */
class StatementKilledIT {
  private static final Logger LOG = Logger.getLogger(StatementKilledIT.class.getName());
  private static final int KILLS = 6;
  private static final int ENTRIES = 24_000;
  private static final int ACCOUNTS = 6_000;
  private static final int LONGEST_MOMENT_MILLIS = 250;

  private static final String RECORDED = "select count(*) from payments.bank_entry";

  private static final String STATE =
      "select coalesce(max(state), 'NONE') from payments.statement_file";

  private static final Map<String, String> OUTCOME = outcome();

  private static Map<String, String> outcome() {
    Map<String, String> outcome = new LinkedHashMap<>();
    outcome.put("file", "select state, entries, duplicates from payments.statement_file");
    outcome.put(
        "entries", "select kind, count(*), sum(amount) from payments.bank_entry group by 1");
    outcome.put(
        "payments",
        "select rule, unmatched, count(*), sum(amount), sum(unallocated) from payments.payment"
            + " group by 1, 2 order by 1, 2");
    outcome.put("allocations", "select count(*), sum(amount) from payments.allocation");
    outcome.put(
        "debts",
        "select md5(string_agg(number || open_amount, ',' order by number)) from payments.open_item");
    outcome.put(
        "credits",
        "select md5(string_agg(account_id || ' ' || sum, ',' order by account_id)) from (select"
            + " account_id, sum(unallocated) from payments.payment where account_id is not null"
            + " group by 1) c");
    outcome.put(
        "postings",
        "select debit, credit, count(*), sum(amount) from payments.posting group by 1, 2 order by 1, 2");
    outcome.put("suspense", "select reason, count(*) from common.suspense group by 1 order by 1");
    outcome.put(
        "events",
        "select type, count(*) from common.outbox where type like 'Payment%%' group by 1 order by 1");
    return outcome;
  }

  @Test
  void aStatementIsBookedOnceHoweverOftenItIsKilled() throws Exception {
    long seed = Long.getLong("asta.seed", System.nanoTime());
    LOG.info("seed " + seed);
    Random random = new Random(seed);
    List<Integer> moments =
        IntStream.range(0, KILLS)
            .mapToObj(kill -> kill == 0 ? 0 : random.nextInt(ENTRIES * 9 / 10))
            .sorted()
            .toList();
    try (CrashHarness killed = CrashHarness.start("statement-killed")) {
      killed.kill();
      try (Connection database = killed.database().connect()) {
        settle(database);
      }
      Map<String, List<String>> expected;
      try (CrashHarness undisturbed = killed.twin("statement_undisturbed")) {
        undisturbed.restart();
        drop(undisturbed);
        awaitDone(undisturbed);
        expected = look(undisturbed);
      }
      killed.restart();
      drop(killed);
      int inTheMiddle = 0;
      for (int moment : moments) {
        Rows.await(killed.database(), rows -> Long.parseLong(rows.get(0)) >= moment, RECORDED);
        Thread.sleep(random.nextInt(LONGEST_MOMENT_MILLIS));
        killed.kill();
        assertFalse(killed.server().isAlive());
        String recorded = Rows.of(killed.database(), RECORDED).get(0);
        String state = Rows.of(killed.database(), STATE).get(0);
        LOG.info("killed when " + recorded + " of " + ENTRIES + " were recorded, " + state);
        inTheMiddle += state.equals("DONE") ? 0 : 1;
        assertSound(killed);
        killed.restart();
      }
      assertTrue(inTheMiddle > KILLS / 2, "only " + inTheMiddle + " kills met it; seed " + seed);
      awaitDone(killed);
      assertSound(killed);
      Map<String, List<String>> actual = look(killed);
      expected.forEach(
          (what, rows) -> assertEquals(rows, actual.get(what), what + ", seed " + seed));
    }
  }

  private static Map<String, List<String>> look(CrashHarness server) throws SQLException {
    Map<String, List<String>> seen = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : OUTCOME.entrySet()) {
      seen.put(each.getKey(), Rows.of(server.database(), each.getValue()));
    }
    return seen;
  }

  /** At any moment: the book is what documents say, and nothing is there twice. */
  private static void assertSound(CrashHarness server) throws SQLException {
    for (String none :
        List.of(
            "select source, reference from payments.payment group by 1, 2 having count(*) > 1",
            "select 1 from payments.ledger_leg having sum(amount) <> 0",
            "select i.number from payments.open_item i where amount - open_amount <> (select"
                + " coalesce(sum(a.amount), 0) from payments.allocation a"
                + " where a.account_id = i.account_id and a.open_item_id = i.id)",
            "select p.reference from payments.payment p where amount - unallocated <> (select"
                + " coalesce(sum(a.amount), 0) from payments.allocation a"
                + " where a.account_id = p.account_id and a.payment_id = p.id)",
            "select 1 where (select coalesce(sum(amount), 0) from payments.bank_entry) <> (select"
                + " coalesce(sum(amount), 0) from payments.ledger_leg where account = 'BANK')")) {
      assertEquals(List.of(), Rows.of(server.database(), none), none);
    }
  }

  private static void awaitDone(CrashHarness server) throws Exception {
    Rows.await(server.database(), rows -> rows.equals(List.of("DONE")), STATE);
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of("0")),
        "select count(*) from common.outbox where sent_at is null");
  }

  /** Accounts that owe one invoice each. */
  private static void settle(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "insert into payments.financial_account (account_id, customer_id, shard, number,"
              + " number_key, currency, opened_at) select n, n, n % 1024,"
              + " 'SK-' || lpad(n::text, 6, '0'), 'SK' || lpad(n::text, 6, '0'), 'PLN', now()"
              + " from generate_series(1, "
              + ACCOUNTS
              + ") n");
      statement.execute(
          "insert into payments.open_item (account_id, id, kind, document_id, number, number_key,"
              + " issued_on, due_on, amount, open_amount, currency) select n, n, 'INVOICE', n,"
              + " 'SKF/' || lpad(n::text, 6, '0'), 'SKF' || lpad(n::text, 6, '0'),"
              + " current_date - 20, current_date - 6, c, c, 'PLN'"
              + " from (select n, (1000 + n) / 100.0 as c from generate_series(1, "
              + ACCOUNTS
              + ") n) d");
      statement.execute(
          "insert into payments.ledger_transaction select n, -n, 'INVOICE', 'SKF/' || n,"
              + " current_date, '', now(), 'it' from generate_series(1, "
              + ACCOUNTS
              + ") n");
      statement.execute(
          "insert into payments.posting select account_id, -id, 1, 'RECEIVABLE', 'SALES', amount,"
              + " currency from payments.open_item");
    }
  }

  /** Payments in parts, too large, by account number, and of nobody. */
  private static void drop(CrashHarness server) throws IOException, SQLException {
    Random random = new Random(11);
    String iban = Rows.of(server.database(), "select iban from common.operator").get(0);
    List<Transfer> transfers = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      int account = 1 + random.nextInt(ACCOUNTS);
      String text =
          switch (random.nextInt(10)) {
            case 0 -> "dziekuje";
            case 1, 2 -> "konto SK-%06d".formatted(account);
            default -> "faktura SKF/%06d".formatted(account);
          };
      Money amount = Money.of(BigDecimal.valueOf(100 + random.nextInt(3_000), 2), "PLN");
      transfers.add(new Transfer("K-" + i, amount, "PLATNIK " + i, "", text));
    }
    String xml =
        StatementWriter.write(
            "SK-1",
            iban.replace(" ", ""),
            LocalDate.now(OperatorZone.ID),
            Money.zero("PLN"),
            transfers);
    Path inbox = Files.createDirectories(server.data().resolve("inbox/statements"));
    Path growing = Files.writeString(inbox.resolve("killed.xml.part"), xml);
    Files.move(growing, inbox.resolve("killed.xml"), StandardCopyOption.ATOMIC_MOVE);
  }
}
