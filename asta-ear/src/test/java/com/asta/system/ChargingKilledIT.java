package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.ChargingTown;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.common.service.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The server is killed five times under full charging load, then the database is restarted under
 * it: every answered debit is in the ledger once, none twice, and the sessions go on.
 */
class ChargingKilledIT {
  private static final Logger LOG = Logger.getLogger(ChargingKilledIT.class.getName());
  private static final int KILLS = 5;
  private static final int LINES = 500;
  private static final int SESSIONS = 40;
  private static final int ANSWERS_BEFORE_A_KILL = 1_000;
  private static final int REPEATED_ANSWERS = 200;
  private static final long LONGEST_ANSWER_MILLIS = 25_000;

  private final ChargingCrowd crowd = new ChargingCrowd(LINES);

  @Test
  void everyAnswerIsOnDiskOnceWhateverDies() throws Exception {
    try (CrashHarness server = CrashHarness.start("charging-killed")) {
      try (Connection database = server.database().connect()) {
        ChargingTown.settle(database, LINES, new BigDecimal("1000000"));
      }
      awaitTariff(server);
      crowd.open(server.ports().jms(), SESSIONS);
      for (int kill = 1; kill <= KILLS; kill++) {
        killUnderLoad(server, kill);
        assertAnsweredAreBooked(server);
        server.restart();
        LOG.info("restarted");
        repeat(server);
        LOG.info("repeated");
        assertBooksAgree(server);
      }
      restartDatabaseUnderLoad(server);
      repeat(server);
      assertBooksAgree(server);
      assertSessionsGoOn(server);
      assertNothingStaysReserved(server);
      assertBooksAgree(server);
    }
  }

  /** A new tariff is seen within ten seconds; the first sessions wait for it. */
  private static void awaitTariff(CrashHarness server) throws InterruptedException {
    assertTrue(server.server().isAlive());
    Thread.sleep(11_000);
  }

  private void killUnderLoad(CrashHarness server, int kill) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread load = startLoad(server, over);
    awaitAnswers(ANSWERS_BEFORE_A_KILL + 137 * kill);
    server.kill();
    over.set(true);
    load.join();
    assertFalse(server.server().isAlive());
    LOG.info(
        "kill %d: asked %d, unanswered %d"
            .formatted(kill, crowd.asked().size(), crowd.unanswered().size()));
    assertFalse(crowd.unanswered().isEmpty(), "it was not killed under load");
  }

  private void restartDatabaseUnderLoad(CrashHarness server) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread load = startLoad(server, over);
    awaitAnswers(ANSWERS_BEFORE_A_KILL);
    server.restartDatabase();
    awaitAnswers(ANSWERS_BEFORE_A_KILL);
    over.set(true);
    load.join();
    LOG.info(
        "database restarted: repeat was asked for %d times, slowest answer %d ms"
            .formatted(crowd.later(), crowd.slowestMillis()));
    assertTrue(crowd.later() > 0, "nobody noticed the restart");
    assertTrue(
        crowd.slowestMillis() < LONGEST_ANSWER_MILLIS,
        () -> "an answer took " + crowd.slowestMillis() + " ms");
  }

  private Thread startLoad(CrashHarness server, AtomicBoolean over) {
    Thread load =
        new Thread(
            () -> {
              try {
                crowd.load(server.ports().jms(), over);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    load.start();
    return load;
  }

  private void awaitAnswers(int more) throws InterruptedException {
    int goal = crowd.answered().size() + more;
    for (int i = 0; i < 3_000 && crowd.answered().size() < goal; i++) {
      Thread.sleep(20);
    }
    assertTrue(crowd.answered().size() >= goal, "the load did not go on");
  }

  /** Whoever got no answer asks again; whoever got one gets the very same. */
  private void repeat(CrashHarness server) throws Exception {
    List<String> before =
        crowd.answered().keySet().stream().sorted().limit(REPEATED_ANSWERS).toList();
    crowd.repeat(server.ports().jms(), crowd.unanswered());
    crowd
        .repeat(server.ports().jms(), before)
        .forEach((name, answer) -> assertEquals(crowd.answered().get(name), answer, name));
  }

  private void assertAnsweredAreBooked(CrashHarness server) throws Exception {
    Map<String, BigDecimal> booked = booked(server);
    for (Map.Entry<String, String> each : crowd.answered().entrySet()) {
      BigDecimal charged = charged(each.getValue());
      BigDecimal entry = booked.getOrDefault(each.getKey(), BigDecimal.ZERO);
      assertEquals(0, charged.compareTo(entry), () -> each + " but booked " + entry);
    }
  }

  /** What was left in the queue is booked too, and nothing is that nobody asked for. */
  private void assertBooksAgree(CrashHarness server) throws Exception {
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of(String.valueOf(crowd.left().size()))),
        "select count(*) from charging.ledger_entry where session_id in (%s)",
        crowd.left().stream()
            .map(name -> "'" + name.substring(0, name.indexOf('/')) + "'")
            .collect(Collectors.joining(",", "", crowd.left().isEmpty() ? "''" : "")));
    assertAnsweredAreBooked(server);
    Set<String> known = crowd.asked().keySet();
    assertEquals(
        List.of(), booked(server).keySet().stream().filter(name -> !known.contains(name)).toList());
    assertEquals(
        List.of(),
        Rows.of(
            server.database(),
            "select a.id, a.balance from charging.charging_account a where a.balance <> (select"
                + " sum(e.amount) from charging.ledger_entry e where e.charging_account_id = a.id"
                + " and e.bucket_id is null) or a.reserved <> (select coalesce(sum(s.reserved), 0)"
                + " from charging.charging_session s where s.charging_account_id = a.id"
                + " and s.state = 'OPEN')"),
        "balances that differ from their entries, or reservations of no session");
  }

  private void assertSessionsGoOn(CrashHarness server) throws Exception {
    List<String> reports = new ArrayList<>();
    for (int session = 1; session <= SESSIONS; session++) {
      reports.add(crowd.goOn("kept-" + session));
    }
    for (Map.Entry<String, String> each : crowd.repeat(server.ports().jms(), reports).entrySet()) {
      assertTrue(charged(each.getValue()).signum() > 0, each::toString);
    }
    assertEquals(
        List.of(String.valueOf(SESSIONS)),
        Rows.of(
            server.database(),
            "select count(*) from charging.charging_session where state = 'OPEN'"
                + " and reserved > 0"));
  }

  /** Nobody ends the sessions; the server does when their time is over. */
  private static void assertNothingStaysReserved(CrashHarness server) throws Exception {
    try (Connection database = server.database().connect();
        var statement = database.createStatement()) {
      statement.execute(
          "update charging.charging_session set expires_at = now() - interval '1 minute'"
              + " where state = 'OPEN'");
    }
    Rows.await(
        server.database(),
        rows -> rows.equals(List.of("0 0.0000")),
        "select count(*) filter (where s.state = 'OPEN'), (select sum(reserved)"
            + " from charging.charging_account) from charging.charging_session s");
  }

  /** Sums of the entries of each request of the crowd; the debits have one each. */
  private static Map<String, BigDecimal> booked(CrashHarness server) throws SQLException {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (String row :
        Rows.of(
            server.database(),
            "select session_id || '/' || request_number, sum(-amount), count(*)"
                + " from charging.ledger_entry where session_id like 'debit-%%'"
                + " or session_id like 'kept-%%' group by 1")) {
      String[] columns = row.split(" ");
      assertEquals("1", columns[2], () -> "entries of one request: " + row);
      sums.put(columns[0], new BigDecimal(columns[1]));
    }
    return sums;
  }

  private static BigDecimal charged(String answer) throws Json.Malformed {
    return Json.read(answer, ChargingAnswer.class) instanceof Granted granted
        ? granted.amount()
        : BigDecimal.ZERO;
  }
}
