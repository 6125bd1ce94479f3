package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.ChargingService;
import com.asta.charging.service.GroupRequest;
import com.asta.common.service.SystemCaller;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Durable charging through the EJB service by many callers, against plain PostgreSQL. {@code
 * -Dasta.bench.charging.rate=20000} measures nothing but the latency at that many a second.
 */
@ExtendWith(ArquillianExtension.class)
class ChargingBench {
  /** System property of the focused run. */
  public static final String RATE = "asta.bench.charging.rate";

  private static final int LINES = 100_000;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(8);

  /**
   * Linux writes pages back 30 seconds after they were changed: until then the disk is busy with
   * what another load has left.
   */
  private static final Duration STEADY = Duration.ofSeconds(40);

  private static final Duration REFERENCE = Duration.ofSeconds(3);
  private static final int CALLERS = 3_000;
  private static final int SINGLE_COMMITS = 3_000;
  private static final String TO = "48501000001";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private ChargingService charging;

  private final String[] numbers =
      IntStream.rangeClosed(1, LINES).mapToObj(ChargingTown::number).toArray(String[]::new);

  @Test
  void debitsAndSessions() throws Exception {
    try (Connection connection = database.getConnection()) {
      ChargingTown.settle(connection, LINES, new BigDecimal("100000"));
    }
    Thread.sleep(Duration.ofSeconds(11).toMillis());
    PlainPostgres plain = PlainPostgres.of(database::getConnection, LINES);
    CallerLoad debits = new CallerLoad(system, charging, executor, this::debit);
    int chosenRate = Integer.getInteger(RATE, 0);
    if (chosenRate > 0) {
      debits.closedLoop(CALLERS, ROUND);
      latency(debits, plain, chosenRate);
      return;
    }
    CallerLoad sessions = new CallerLoad(system, charging, executor, this::step);
    debits.closedLoop(CALLERS, ROUND);
    List<Double> debitRates = new ArrayList<>();
    List<Double> sessionRates = new ArrayList<>();
    List<Double> plainRates = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      double reference = plain.debitsPerSecond(REFERENCE);
      double debit = debits.closedLoop(CALLERS, ROUND);
      double session = sessions.closedLoop(CALLERS, ROUND);
      System.out.printf(
          "charging: plain %.0f debit %.0f session %.0f%n", reference, debit, session);
      if (round > 0) {
        plainRates.add(reference);
        debitRates.add(debit);
        sessionRates.add(session);
      }
    }
    double reference = Rounds.median(plainRates);
    double rate = Rounds.median(debitRates);
    BenchResults.add("charging.service", rate, "1/s", PlainPostgres.NAME, reference);
    BenchResults.add(
        "charging.session", Rounds.median(sessionRates), "1/s", PlainPostgres.NAME, reference);
    latency(debits, plain, rate / 2);
    assertBalanced();
  }

  private static void latency(CallerLoad debits, PlainPostgres plain, double rate)
      throws Exception {
    debits.paced(rate, STEADY);
    Rounds.Compared p99 =
        Rounds.compared(
            ROUNDS,
            () -> Rounds.percentile(debits.paced(rate, ROUND), 0.99),
            () -> Rounds.percentile(plain.commitMillis(SINGLE_COMMITS), 0.99));
    BenchResults.add(
        "charging.service.p99", p99.value(), "ms", "p99 of single commits", p99.reference());
  }

  private ChargingRequest debit(CallerLoad.Caller caller) {
    String number = numbers[caller.random(LINES)];
    return ChargingRequest.debit(caller.newKey(), 1, number, ServiceKind.VOICE, TO, 60);
  }

  /** Initial, three updates, terminate; then the next session, of another line. */
  private ChargingRequest step(CallerLoad.Caller caller) {
    int step = caller.nextStep(5);
    if (step == 0) {
      caller.begin(numbers[caller.random(LINES)]);
      GroupRequest group = GroupRequest.open("call", ServiceKind.VOICE, TO);
      return session(Type.SESSION_INITIAL, caller, 1, group);
    }
    return step < 4
        ? session(Type.SESSION_UPDATE, caller, step + 1, GroupRequest.report("call", 60))
        : session(Type.SESSION_TERMINATE, caller, 5, GroupRequest.last("call", 30));
  }

  private static ChargingRequest session(
      Type type, CallerLoad.Caller caller, int number, GroupRequest group) {
    return ChargingRequest.session(type, caller.key(), number, caller.number(), group);
  }

  private void assertBalanced() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet faults =
            statement.executeQuery(
                "select count(*) from charging.charging_account a join (select"
                    + " charging_account_id id, sum(amount) sum from charging.ledger_entry"
                    + " where bucket_id is null group by 1) e using (id) where balance <> sum")) {
      assertTrue(faults.next() && faults.getLong(1) == 0, "balances differ from their entries");
    }
  }

  /** Counts as served only what was granted. */
  static boolean served(ChargingAnswer answer) {
    return answer instanceof ChargingAnswer.Granted;
  }
}
