package com.asta.common.service;

import com.asta.common.service.SystemHealth.DatabaseHealth;
import com.asta.common.service.SystemHealth.DiskHealth;
import com.asta.common.service.SystemHealth.MailHealth;
import com.asta.common.service.SystemHealth.MemoryHealth;
import com.asta.common.service.SystemHealth.OutboxHealth;
import com.asta.common.service.SystemHealth.QueueHealth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Measures the installation for its operator; the server's own probes stay where they are. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class HealthService {
  private static final Logger LOG = Logger.getLogger(HealthService.class.getName());
  private static final String BROKER = "jboss.as:subsystem=messaging-activemq,server=default,";
  private static final String POOL =
      "jboss.as:subsystem=datasources,data-source=AstaDS,statistics=pool";

  @Inject private Database database;
  @Inject private Clock clock;

  /** Everything as it is now. */
  public SystemHealth measure() {
    return new SystemHealth(
        clock.instant(),
        database(),
        outbox(),
        queues(),
        mail(),
        database.number("select count(*) from common.suspense where status = 'OPEN'"),
        disk(),
        memory());
  }

  private DatabaseHealth database() {
    long begin = System.nanoTime();
    database.number("select 1");
    long micros = (System.nanoTime() - begin) / 1000;
    String version =
        database
            .first("select current_setting('server_version')", row -> row.getString(1))
            .orElse("?");
    return new DatabaseHealth(
        version.replaceAll(" .*", ""),
        database.number("select pg_database_size(current_database())"),
        micros,
        attribute(POOL, "InUseCount"),
        attribute(POOL, "AvailableCount"));
  }

  private OutboxHealth outbox() {
    return database
        .first(
            "select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)::bigint"
                + " from common.outbox where sent_at is null",
            row -> new OutboxHealth(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  private MailHealth mail() {
    return database
        .first(
            "select count(*) filter (where status in ('QUEUED', 'SENDING')),"
                + " count(*) filter (where status in ('FAILED', 'UNCERTAIN')) from common.mail",
            row -> new MailHealth(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  private static List<QueueHealth> queues() {
    List<QueueHealth> queues = new ArrayList<>();
    for (String kind : List.of("jms-queue", "queue")) {
      for (ObjectName name : names(BROKER + kind + "=*")) {
        queues.add(
            new QueueHealth(
                plain(name.getKeyProperty(kind)),
                attribute(name.toString(), "messageCount"),
                attribute(name.toString(), "consumerCount")));
      }
    }
    queues.sort(Comparator.comparing(QueueHealth::isDead).thenComparing(QueueHealth::name));
    return queues;
  }

  private static String plain(String name) {
    return name.startsWith("\"") ? ObjectName.unquote(name) : name;
  }

  private static List<ObjectName> names(String pattern) {
    try {
      return List.copyOf(server().queryNames(new ObjectName(pattern), null));
    } catch (JMException e) {
      throw new IllegalStateException(pattern, e);
    }
  }

  /** A number of the server's management model; zero where the server does not show it. */
  private static long attribute(String name, String attribute) {
    try {
      Object value = server().getAttribute(new ObjectName(name), attribute);
      return value instanceof Number number ? number.longValue() : Long.parseLong("" + value);
    } catch (JMException | NumberFormatException e) {
      LOG.log(Level.FINE, name + " " + attribute, e);
      return 0;
    }
  }

  private static DiskHealth disk() {
    try {
      Path path = Files.createDirectories(DataDirectory.path());
      FileStore store = Files.getFileStore(path);
      return new DiskHealth(path.toString(), store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MemoryHealth memory() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new MemoryHealth(heap.getUsed(), heap.getMax());
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }
}
