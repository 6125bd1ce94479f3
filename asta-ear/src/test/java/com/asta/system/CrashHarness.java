package com.asta.system;

import com.asta.common.launcher.Database;
import com.asta.common.launcher.DatabaseAddress;
import com.asta.common.launcher.Ports;
import com.asta.common.launcher.Server;
import com.asta.common.launcher.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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

  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  private static final Duration START_TIME = Duration.ofMinutes(4);

  private final Path directory;
  private final String demo;
  private final List<String> javaOptions;
  private final DatabaseAddress address;

  /** Null if the database is another harness's to close. */
  private Database database;

  private final ServerSetup setup;
  private Server server;

  private CrashHarness(
      Path directory,
      String demo,
      List<String> javaOptions,
      DatabaseAddress address,
      Database database)
      throws IOException {
    this.directory = directory;
    this.demo = demo;
    this.javaOptions = javaOptions;
    this.address = address;
    this.database = database;
    setup =
        ServerSetup.ofBuild(directory.resolve("server"))
            .ports(Ports.free())
            .database(address)
            .deploy(Path.of(System.getProperty("asta.target"), "asta.ear"))
            .jmsUser(TestServer.JMS_USER, TestServer.JMS_PASSWORD)
            .property("asta.simulator", "true")
            .property("asta.demo", demo)
            .property("asta.data.dir", data().toString())
            .property("asta.jms.redelivery.delay", "200")
            .consoleLog(directory.resolve("console.log"))
            .javaOptions(javaOptions);
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
    return start(name, demo, QUICK_START);
  }

  /** As {@link #start(String, String)}, with options of the server's JVM. */
  static CrashHarness start(String name, String demo, List<String> javaOptions)
      throws IOException, SQLException, InterruptedException {
    Path directory =
        Path.of(System.getProperty("asta.target"), "crash")
            .resolve(name + "-" + ProcessHandle.current().pid());
    Files.createDirectories(directory);
    Database database = startDatabase(directory, Ports.freeOne());
    CrashHarness harness =
        new CrashHarness(directory, demo, javaOptions, database.address(), database);
    try {
      harness.restart();
    } catch (RuntimeException | IOException | InterruptedException e) {
      harness.close();
      throw e;
    }
    return harness;
  }

  /**
   * A server of its own on a copy of everything this one, which must not run, has left: rows, files
   * and journal. It is not started, and lives no longer than this one's database.
   */
  public CrashHarness twin(String name) throws IOException, SQLException {
    Path twin = directory.resolveSibling(directory.getFileName() + "-" + name);
    copy(data(), twin.resolve("data"));
    copy(directory.resolve("server/data"), twin.resolve("server/data"));
    String url = address.url();
    String original = url.substring(url.lastIndexOf('/') + 1);
    String copy = original + "_" + name;
    String server = url.substring(0, url.length() - original.length());
    try (Connection owner = DriverManager.getConnection(server + "postgres?user=postgres");
        Statement statement = owner.createStatement()) {
      statement.execute(
          "create database %s template %s owner %s".formatted(copy, original, address.user()));
    }
    return new CrashHarness(
        twin,
        demo,
        javaOptions,
        new DatabaseAddress(server + copy, address.user(), address.password()),
        null);
  }

  public DatabaseAddress database() {
    return address;
  }

  /** Where the database's owner connects, who may do what the application may not. */
  String ownersUrl() {
    return address.url() + "?user=postgres";
  }

  public Ports ports() {
    return setup.ports();
  }

  public Server server() {
    return server;
  }

  /** The server's {@code asta.data.dir}. */
  public Path data() {
    return directory.resolve("data");
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

  private int port() {
    return URI.create(address.url().substring("jdbc:".length())).getPort();
  }

  /** Stops the database, which ends every connection, and starts it again. */
  public void restartDatabase() throws IOException, SQLException {
    database.close();
    database = startDatabase(directory, port());
  }

  private static Database startDatabase(Path directory, int port) throws IOException, SQLException {
    return Database.start(directory.resolve("database"), port, Database.Purpose.CRASH);
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> entries = Files.walk(from)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Path target = to.resolve(from.relativize(entry).toString());
        if (Files.isDirectory(entry)) {
          Files.createDirectories(target);
        } else {
          Files.copy(entry, target);
        }
      }
    }
  }
}
