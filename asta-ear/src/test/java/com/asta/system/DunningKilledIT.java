package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.payments.DunnedTown;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The server is killed at random moments of one dunning run. The run completes by itself, and there
 * is one letter, one step, one fee and one bar where there should be, as of an undisturbed run.
 */
class DunningKilledIT {
  private static final Logger LOG = Logger.getLogger(DunningKilledIT.class.getName());
  private static final int KILLS = 6;
  private static final int DUE = 48_000;
  private static final int LONGEST_PAUSE_MILLIS = 400;
  private static final String WRITTEN = "select count(*) from payments.dunning_letter";

  @Test
  void whateverMomentTheServerDiesEverybodyGetsOneLetter() throws Exception {
    long seed = Long.getLong("asta.seed", System.nanoTime());
    LOG.info("seed " + seed + " (-Dasta.seed)");
    Random random = new Random(seed);
    try (CrashHarness server = CrashHarness.start("dunning-killed", "staff")) {
      try (Connection database = server.database().connect()) {
        new DunnedTown(database, 600_000_000L, DUE, 1).settle();
        assertEquals(
            List.of("0"), Rows.of(database, WRITTEN), "nobody was written to before the run");
      }
      press(server);
      for (int kill = 1; kill <= KILLS; kill++) {
        long before = written(server);
        Rows.await(server.database(), rows -> Long.parseLong(rows.get(0)) > before, WRITTEN);
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        server.kill();
        assertFalse(server.server().isAlive());
        LOG.info("kill " + kill + " at " + written(server) + " of " + DUE);
        assertTrue(written(server) < DUE, "it was not killed in the middle");
        server.restart();
      }
      Rows.await(
          server.database(),
          rows -> rows.equals(List.of("DONE")),
          "select status from payments.dunning_run");
      assertEverythingOnce(server);
      press(server);
      Rows.await(
          server.database(),
          rows -> rows.equals(List.of("2")),
          "select count(*) from payments.dunning_run where status = 'DONE'");
      assertEverythingOnce(server);
    }
  }

  /** Half of the town gets a letter, a quarter a letter with a fee, a quarter is barred. */
  private static void assertEverythingOnce(CrashHarness server) throws Exception {
    try (Connection database = server.database().connect()) {
      assertEquals(List.of(DUE + " " + DUE), counts(database, "payments.dunning_letter"));
      assertEquals(List.of(DUE + " " + DUE), counts(database, "payments.dunning_step"));
      assertEquals(
          List.of(DUE + " " + DUE),
          counts(database, "payments.dunning_case where closed_on is null"));
      assertEquals(
          List.of(DUE / 4 + " " + DUE / 4),
          counts(database, "billing.manual_charge where code = 'DUNNING_FEE'"));
      assertEquals(
          List.of(DUE / 4 + " " + DUE / 4),
          counts(database, "products.subscription where status = 'BARRED'"));
      assertEquals(
          List.of(String.valueOf(DUE)),
          Rows.of(
              database,
              "select count(distinct unique_key) from common.mail"
                  + " where unique_key like 'dunning-letter-%%'"));
      assertEquals(
          List.of("1 " + DUE / 2, "2 " + DUE / 4, "3 " + DUE / 4),
          Rows.of(
              database,
              "select dunning_level, count(*) from payments.financial_account"
                  + " where dunning_level > 0 group by 1 order by 1"));
      assertEquals(
          List.of(DUE + " 0"),
          Rows.of(
              database,
              "select count(*), count(failure) from payments.dunning_run_account"
                  + " where run_id = (select min(id) from payments.dunning_run)"));
      assertEquals(
          List.of(String.valueOf(DUE)),
          Rows.of(
              database,
              "select count(*) from common.audit_entry where subject_type = 'FinancialAccount'"
                  + " and field = 'dunning'"));
    }
  }

  private static List<String> counts(Connection database, String from) throws Exception {
    return Rows.of(database, "select count(*), count(distinct account_id) from " + from);
  }

  private static long written(CrashHarness server) throws Exception {
    return Long.parseLong(Rows.of(server.database(), WRITTEN).get(0));
  }

  private static void press(CrashHarness server) throws Exception {
    FormClient.signIn(server.server().address(), "billing")
        .submit("payments/dunning.xhtml", "act", "run", Map.of());
  }
}
