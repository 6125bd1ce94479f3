package com.asta.common.service;

import com.asta.common.event.Event;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Messages that leave if, and only if, the transaction that wrote them commits. A row is relayed to
 * the broker right after the commit, or by the sweep after a crash.
 */
@ApplicationScoped
public class Outbox {
  /** Fired inside the transaction; the relay acts on it after success. */
  record Written() {}

  private record Row(
      String destination, String type, Map<String, String> properties, String body) {}

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private jakarta.enterprise.event.Event<Written> written;

  /** Publishes a fact on its subsystem's topic. */
  public void publish(Event event) {
    publishAll(List.of(event));
  }

  /** Publishes many facts by one multi-row statement. */
  public void publishAll(Collection<? extends Event> events) {
    write(events.stream().map(Outbox::row).toList());
  }

  /**
   * As {@link #publishAll(Collection)} in the plain transaction of a connection, which the server
   * knows nothing about: after its commit the caller says {@link #wake}.
   */
  public void publishAll(Connection connection, Collection<? extends Event> events) {
    write(connection, events.stream().map(Outbox::row).toList());
  }

  /**
   * As {@link #publishAll(Collection)}, but nobody is waked: for work in bulk, which says {@link
   * #wake} at its end and until then keeps the machine to itself. What waits longer than the sweep
   * is sent by the sweep.
   */
  public void publishLater(Collection<? extends Event> events) {
    insert(events.stream().map(Outbox::row).toList());
  }

  /** Tells the relay that there is something to send. */
  public void wake() {
    written.fire(new Written());
  }

  private static Row row(Event event) {
    return new Row(
        "topic:asta." + subsystemOf(event) + ".events",
        event.getClass().getSimpleName(),
        Map.of(),
        Json.write(event));
  }

  /** Sends a command to a queue; {@code type} becomes the message property {@code event}. */
  public void send(String queue, String type, Object body) {
    send(queue, type, body, Map.of());
  }

  /** As {@link #send(String, String, Object)}, with further string properties. */
  public void send(String queue, String type, Object body, Map<String, String> properties) {
    write(List.of(new Row("queue:" + queue, type, properties, Json.write(body))));
  }

  /** Sends a command to a topic; subscribers select by the property {@code event}. */
  public void sendToTopic(String topic, String type, Object body) {
    write(List.of(new Row("topic:" + topic, type, Map.of(), Json.write(body))));
  }

  private void write(List<Row> rows) {
    if (!rows.isEmpty()) {
      insert(rows);
      wake();
    }
  }

  private void insert(List<Row> rows) {
    try (Connection connection = database.getConnection()) {
      write(connection, rows);
    } catch (SQLException e) {
      throw notTaken(rows, e);
    }
  }

  private static void write(Connection connection, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into common.outbox (destination, type, properties, body)"
                + " values (?, ?, ?::jsonb, ?)")) {
      for (Row row : rows) {
        insert.setString(1, row.destination());
        insert.setString(2, row.type());
        insert.setString(3, Json.write(row.properties()));
        insert.setString(4, row.body());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw notTaken(rows, e);
    }
  }

  private static IllegalStateException notTaken(List<Row> rows, SQLException cause) {
    return new IllegalStateException("The outbox did not take " + rows.size() + " messages", cause);
  }

  private static String subsystemOf(Event event) {
    return event.getClass().getPackageName().split("\\.")[2];
  }
}
