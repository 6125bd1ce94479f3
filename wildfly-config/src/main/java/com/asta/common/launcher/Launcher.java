package com.asta.common.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The run profile: database, server, readiness, then everything stops together. */
public final class Launcher {

  private static final Duration START_TIME = Duration.ofMinutes(5);

  private final Map<String, String> environment;
  private final Path data;
  private Database database;
  private Server server;

  private Launcher(Map<String, String> environment) {
    this.environment = environment;
    this.data = Path.of(text("ASTA_DATA_DIR", ".asta")).toAbsolutePath().normalize();
  }

  /** Runs until the process is told to stop, the server ends, or our parent is gone. */
  public static void main(String[] args) throws Exception {
    Path refused = Path.of(System.getProperty("asta.refused"));
    Files.deleteIfExists(refused);
    Launcher launcher = new Launcher(System.getenv());
    Thread stop = new Thread(launcher::stop, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    // Maven may be killed without a signal to us.
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    try {
      launcher.start();
      launcher.server.onExit().join();
    } catch (Refusal refusal) {
      System.err.println();
      System.err.println(refusal.getMessage());
      Files.writeString(refused, refusal.getMessage());
      System.exit(3);
    }
  }

  private void start() throws IOException, SQLException, InterruptedException {
    Ports ports =
        new Ports(
            number("ASTA_HTTP_PORT", 8080),
            number("ASTA_MANAGEMENT_PORT", 9990),
            number("ASTA_JMS_PORT", 61616));
    Ports.requireFree(ports.http(), "web pages", "ASTA_HTTP_PORT");
    Ports.requireFree(ports.management(), "server management", "ASTA_MANAGEMENT_PORT");
    Ports.requireFree(ports.jms(), "messages", "ASTA_JMS_PORT");
    DatabaseAddress address = database();
    Files.createDirectories(data.resolve("inbox"));
    boolean json = text("ASTA_LOG_FORMAT", "plain").equalsIgnoreCase("json");
    server =
        ServerSetup.ofBuild(data.resolve("server"))
            .ports(ports)
            .bindAddress(text("ASTA_BIND_ADDRESS", "127.0.0.1"))
            .database(address)
            .deploy(Path.of(System.getProperty("asta.ear")))
            .jmsUser(environment.get("ASTA_JMS_USER"), environment.get("ASTA_JMS_PASSWORD"))
            .javaOptions(List.of("-Xmx" + text("ASTA_HEAP", "1g"), ServerSetup.COLLECTOR))
            .property("asta.demo", text("ASTA_DEMO", "true"))
            .property("asta.simulator", text("ASTA_SIMULATOR", text("ASTA_DEMO", "true")))
            .property("asta.data.dir", data.toString())
            .property("asta.log.plain.level", json ? "OFF" : "INFO")
            .property("asta.log.json.level", json ? "INFO" : "OFF")
            .start();
    server.awaitReady(START_TIME);
    announce();
  }

  private DatabaseAddress database() throws IOException, SQLException {
    String url = environment.get("ASTA_DB_URL");
    if (url != null && !url.isBlank()) {
      return new DatabaseAddress(url, text("ASTA_DB_USER", "asta"), text("ASTA_DB_PASSWORD", ""));
    }
    int port = number("ASTA_DB_PORT", 5433);
    Ports.requireFree(port, "database", "ASTA_DB_PORT");
    database = Database.start(data.resolve("database"), port, Database.Purpose.HOME);
    return database.address();
  }

  private void announce() throws IOException {
    try (InputStream logins = Launcher.class.getResourceAsStream("/demo-logins.txt")) {
      System.out.println();
      System.out.println("Asta Sales is ready: " + server.address());
      System.out.println();
      if (text("ASTA_DEMO", "true").equals("true")) {
        System.out.println(new String(logins.readAllBytes(), StandardCharsets.UTF_8));
      }
      System.out.println("Ctrl-C stops the server and the database.");
    }
  }

  private void stop() {
    if (server != null) {
      server.close();
    }
    if (database != null) {
      try {
        database.close();
      } catch (IOException e) {
        System.err.println("The database did not stop: " + e.getMessage());
      }
    }
  }

  private String text(String variable, String otherwise) {
    String value = environment.get(variable);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  private int number(String variable, int otherwise) {
    String value = text(variable, String.valueOf(otherwise));
    try {
      int port = Integer.parseInt(value);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // refused below, as a number out of range is
    }
    throw new Refusal(variable + " must be a port number, but is \"" + value + "\".");
  }
}
