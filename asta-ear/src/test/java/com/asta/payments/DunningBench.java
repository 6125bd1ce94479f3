package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.service.DunningRunCard;
import com.asta.payments.service.DunningRunService;
import com.asta.payments.service.DunningService;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A run of dunning over many accounts, a tenth of them overdue, each of which something is due. */
@ArquillianTest
class DunningBench {
  private static final Logger LOG = Logger.getLogger(DunningBench.class.getName());
  private static final int ACCOUNTS = 100_000;
  private static final int ROUNDS = 5;
  private static final long PATIENCE_NANOS = 300_000_000_000L;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  @Inject private SystemCaller system;
  @Inject private DunningService dunning;
  @Inject private DunningRunService runs;
  @Inject private DunningJob job;
  @Inject private Database database;

  @Test
  void everyAccountIsExamined() throws Exception {
    try (Connection connection = source.getConnection()) {
      DunnedTown town = new DunnedTown(connection, 700_000_000L, ACCOUNTS, 10);
      town.settle();
      BenchResults.add(
          "dunning.run",
          Rounds.median(ROUNDS, () -> accountsPerSecond(connection, town)),
          "accounts/s");
    }
  }

  private double accountsPerSecond(Connection connection, DunnedTown town) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("truncate common.mail, payments.dunning_run_account");
    }
    town.stand();
    relayed(connection);
    long begun = System.nanoTime();
    long id = system.call(() -> job.start(dunning.today(), null));
    DunningRunCard run = system.call(() -> runs.card(id));
    while (!run.done()) {
      assertTrue(System.nanoTime() - begun < PATIENCE_NANOS, "the run does not end");
      Thread.sleep(100);
      run = system.call(() -> runs.card(id));
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    LOG.info("dunning.run: " + seconds + " s");
    assertEquals(town.due(), run.accounts());
    assertEquals(0, run.failures());
    assertEquals(town.due(), database.number("select count(*) from payments.dunning_letter"));
    return ACCOUNTS / seconds;
  }

  /** No event of before disturbs what is measured next. */
  private void relayed(Connection connection) throws SQLException, InterruptedException {
    while (database.number(
            "select count(*) from (select 1 from common.outbox where sent_at is null limit 1) u")
        > 0) {
      assertTrue(connection.isValid(1));
      Thread.sleep(50);
    }
  }
}
