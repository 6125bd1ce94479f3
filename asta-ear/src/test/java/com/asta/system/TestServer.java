package com.asta.system;

import com.asta.common.launcher.Database;
import com.asta.common.launcher.DatabaseAddress;
import com.asta.common.launcher.Ports;
import com.asta.common.launcher.ServerSetup;
import com.asta.payments.PayuSimulator;
import com.asta.system.bench.BenchResults;
import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Readies what Arquillian's server needs before arquillian.xml is read: a database, a mail server
 * and free ports, so that a run disturbs neither a server beside it nor another run.
 */
public final class TestServer implements LauncherSessionListener {

  /** The broker's user of role integrator. */
  public static final String JMS_USER = "integrator";

  public static final String JMS_PASSWORD = "integrator-secret";

  /** System property with options of the benches' server JVM, to compare them. */
  private static final String SERVER_JAVA = "asta.it.server.java";

  private static Database database;
  private static Ports ports;
  private static GreenMail mail;
  private static PayuSimulator payu;

  /** Where the browser goes; ends with a slash. */
  public static URI address() {
    return URI.create("http://localhost:" + ports.http() + "/");
  }

  /** Returns when the staff can sign in: its logins are loaded after the deployment. */
  public static void awaitStaff() {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    try (var connection = database().connect();
        var agent =
            connection.prepareStatement("select 1 from common.login where name = 'agent'")) {
      while (!agent.executeQuery().next()) {
        if (Instant.now().isAfter(end)) {
          throw new IllegalStateException("The test server has no staff");
        }
        Thread.sleep(250);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The logins could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static Ports ports() {
    return ports;
  }

  /** The server's database, to be looked at from outside. */
  public static DatabaseAddress database() {
    return database.address();
  }

  /** Every mail the server sent. */
  public static GreenMail mail() {
    return mail;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Boolean.getBoolean("asta.it") || database != null) {
      return;
    }
    Path target = Path.of(System.getProperty("asta.target"));
    Path run = target.resolve("it").resolve("run-" + ProcessHandle.current().pid());
    try {
      EndedRuns.sweep(run.getParent());
      EndedRuns.sweep(target.resolve("crash"));
      ports = Ports.free();
      database =
          Database.start(
              run.resolve("database"),
              Ports.freeOne(),
              bench() ? Database.Purpose.LOAD : Database.Purpose.TEST);
      mail =
          new GreenMail(
              new com.icegreen.greenmail.util.ServerSetup(Ports.freeOne(), "127.0.0.1", "smtp"));
      mail.start();
      payu = PayuSimulator.start();
      System.setProperty("asta.payu.url", payu.address().toString());
      ServerSetup setup =
          ServerSetup.ofBuild(run.resolve("server"))
              .ports(ports)
              .database(database.address())
              .jmsUser(JMS_USER, JMS_PASSWORD)
              .property("asta.simulator", "true")
              .property("asta.demo", System.getProperty("asta.it.demo", "staff"))
              .property("asta.data.dir", run.resolve("data").toString())
              .property("asta.smtp.port", String.valueOf(mail.getSmtp().getPort()))
              .property("asta.jms.redelivery.delay", "200")
              .property("asta.payu.url", payu.address().toString())
              .property("asta.payu.pos.id", PayuSimulator.POS_ID)
              .property("asta.payu.client.id", PayuSimulator.CLIENT_ID)
              .property("asta.payu.client.secret", PayuSimulator.CLIENT_SECRET)
              .property("asta.payu.second.key", PayuSimulator.SECOND_KEY)
              .property("asta.payu.patience.millis", "1500");
      if (bench()) {
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("asta.bench."))
            .forEach(name -> setup.property(name, System.getProperty(name)));
      }
      setup.prepare();
      publish(setup);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The test server could not be readied", e);
    }
  }

  /** Whether benches run: a server as in production, not one that starts quickly. */
  private static boolean bench() {
    return System.getProperty(BenchResults.FILE) != null;
  }

  /** What arquillian.xml refers to. */
  private static void publish(ServerSetup setup) {
    System.setProperty(
        "it.java.options",
        bench()
            ? System.getProperty(SERVER_JAVA, "-Xms1g -Xmx1g " + ServerSetup.COLLECTOR)
            : "-Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    System.setProperty("it.management.port", String.valueOf(ports.management()));
    System.setProperty(
        "it.module.path",
        setup.modulePath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    System.setProperty(
        "it.server.arguments",
        setup.systemProperties().entrySet().stream()
            .map(property -> "-D" + property.getKey() + "=" + property.getValue())
            .collect(Collectors.joining(" ")));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (database == null) {
      return;
    }
    BrowserIT.closeBrowser();
    mail.stop();
    payu.close();
    if (bench()) {
      System.out.println(System.lineSeparator() + BenchResults.table());
    }
    try {
      database.close();
    } catch (IOException e) {
      throw new IllegalStateException("The test database did not stop", e);
    }
  }
}
