package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.system.TestServer;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Event debits over the request queue, from a JVM of its own, against plain PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JmsChargingBench {
  private static final int LINES = 100_000;
  private static final int ON_THEIR_WAY = 1_000;
  private static final int ROUNDS = 3;
  private static final int SECONDS = 10;
  private static final Duration REFERENCE = Duration.ofSeconds(4);

  @Test
  void debitsOverJms() throws Exception {
    try (Connection database = TestServer.database().connect()) {
      ChargingTown.settle(database, LINES, new BigDecimal("100000"));
    }
    Thread.sleep(Duration.ofSeconds(11).toMillis());
    PlainPostgres plain = PlainPostgres.of(TestServer.database()::connect, LINES);
    try (Client client = new Client()) {
      client.debitsPerSecond();
      Rounds.Compared medians =
          Rounds.compared(ROUNDS, client::debitsPerSecond, () -> plain.debitsPerSecond(REFERENCE));
      BenchResults.add(
          "charging.jms", medians.value(), "1/s", PlainPostgres.NAME, medians.reference());
      System.out.println("Last round of charging.jms: " + client.last);
    }
    try (Connection database = TestServer.database().connect();
        var faults =
            database
                .createStatement()
                .executeQuery(
                    "select count(*) from charging.charging_account a where balance <>"
                        + " (select sum(amount) from charging.ledger_entry e"
                        + " where e.charging_account_id = a.id and e.bucket_id is null)")) {
      assertTrue(faults.next() && faults.getLong(1) == 0, "balances differ from their entries");
    }
  }

  /** {@link ChargingLoad} in its own process. */
  private static final class Client implements AutoCloseable {
    private final Process process;
    private final Writer commands;
    private final BufferedReader results;
    private String last;

    Client() throws IOException {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      process =
          new ProcessBuilder(
                  java,
                  "-Xmx384m",
                  "-XX:+UseParallelGC",
                  "-classpath",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  ChargingLoad.class.getName(),
                  String.valueOf(TestServer.ports().jms()),
                  String.valueOf(LINES),
                  String.valueOf(ON_THEIR_WAY))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
      results =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    double debitsPerSecond() throws IOException {
      commands.write(SECONDS + System.lineSeparator());
      commands.flush();
      last = results.readLine();
      if (last == null) {
        throw new IOException("The client ended; its error is printed above");
      }
      System.out.println("charging.jms: granted, millis, p50, p99: " + last);
      String[] fields = last.split(" ");
      return Double.parseDouble(fields[0]) * 1_000 / Double.parseDouble(fields[1]);
    }

    @Override
    public void close() throws IOException {
      commands.close();
      process.destroy();
    }
  }
}
