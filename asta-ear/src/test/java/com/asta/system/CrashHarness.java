package com.asta.system;

import com.asta.common.launcher.Database;
import com.asta.common.launcher.DatabaseAddress;
import com.asta.common.launcher.Ports;
import com.asta.common.launcher.Server;
import com.asta.common.launcher.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A server and a durable database that belong to one test alone, so that the test may kill the
 * server at any moment and start it again on the same database and broker journal.
 *
 * <pre>
 * try (CrashHarness crash = CrashHarness.start("outbox")) {
 *   ... act over HTTP, JMS or the database ...
 *   crash.kill();
 *   crash.restart();
 *   ... look at what is left ...
 * }
 * </pre>
 */
public final class CrashHarness implements AutoCloseable {

  private static final Duration START_TIME = Duration.ofMinutes(4);

  private final Database database;
  private final ServerSetup setup;
  private Server server;

  private CrashHarness(Database database, ServerSetup setup) {
    this.database = database;
    this.setup = setup;
  }

  /** Starts database and server without a demo, and returns when the server is ready. */
  public static CrashHarness start(String name)
      throws IOException, SQLException, InterruptedException {
    return start(name, "false");
  }

  /**
   * As {@link #start(String)}, with the demo operator.
   *
   * @param demo {@code true} for all of it, {@code staff} for its logins only, {@code false}
   */
  public static CrashHarness start(String name, String demo)
      throws IOException, SQLException, InterruptedException {
    Path directory =
        Path.of(System.getProperty("asta.target"), "crash")
            .resolve(name + "-" + ProcessHandle.current().pid());
    Files.createDirectories(directory);
    Database database =
        Database.start(directory.resolve("database"), Ports.freeOne(), Database.Durability.DURABLE);
    ServerSetup setup =
        ServerSetup.ofBuild(directory.resolve("server"))
            .ports(Ports.free())
            .database(database.address())
            .deploy(Path.of(System.getProperty("asta.target"), "asta.ear"))
            .jmsUser(TestServer.JMS_USER, TestServer.JMS_PASSWORD)
            .property("asta.demo", demo)
            .property("asta.data.dir", directory.resolve("data").toString())
            .property("asta.jms.redelivery.delay", "200")
            .consoleLog(directory.resolve("console.log"))
            .javaOptions(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    CrashHarness harness = new CrashHarness(database, setup);
    try {
      harness.restart();
    } catch (RuntimeException | IOException | InterruptedException e) {
      harness.close();
      throw e;
    }
    return harness;
  }

  public DatabaseAddress database() {
    return database.address();
  }

  public Ports ports() {
    return setup.ports();
  }

  public Server server() {
    return server;
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    server.kill();
  }

  /** Starts the server on what the last one left. */
  public void restart() throws IOException, InterruptedException {
    server = setup.start();
    server.awaitReady(START_TIME);
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
    database.close();
  }
}
