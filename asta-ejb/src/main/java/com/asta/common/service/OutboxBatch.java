package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Relays one batch of outbox rows in one database transaction. The broker's own connection is not
 * part of it: a message sent but not marked is sent again with the same duplicate id. The broker
 * drops it where it is sent alone, but refuses a whole transaction for it, which is then sent
 * message by message. What the broker forgot, the inbox drops.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxBatch {
  static final int SIZE = 500;

  private static final Logger LOG = Logger.getLogger(OutboxBatch.class.getName());

  private record Row(
      long id, String messageId, String destination, String type, String properties, String body) {}

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  /**
   * Sends the oldest unsent rows in their order; returns how many.
   *
   * @param age seconds since they were written, at least
   */
  public int relay(int age) {
    try (Connection connection = database.getConnection()) {
      List<Row> rows = claim(connection, age);
      if (!rows.isEmpty()) {
        send(rows);
        mark(connection, rows);
      }
      return rows.size();
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be read", e);
    }
  }

  private static List<Row> claim(Connection connection, int age) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, message_id::text, destination, type, properties::text, body"
                + " from common.outbox where sent_at is null"
                + " and created_at <= now() - make_interval(secs => ?)"
                + " order by id limit ? for update skip locked")) {
      select.setInt(1, age);
      select.setInt(2, SIZE);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(
              new Row(
                  found.getLong(1),
                  found.getString(2),
                  found.getString(3),
                  found.getString(4),
                  found.getString(5),
                  found.getString(6)));
        }
      }
    }
    return rows;
  }

  private void send(List<Row> rows) {
    try {
      send(rows, JMSContext.SESSION_TRANSACTED);
    } catch (JMSRuntimeException e) {
      LOG.log(Level.FINE, "Sent one by one, as the broker has some of them already", e);
      send(rows, JMSContext.AUTO_ACKNOWLEDGE);
    }
  }

  private void send(List<Row> rows, int mode) {
    try (JMSContext context = broker.createContext(mode)) {
      var producer = context.createProducer();
      Map<String, Destination> destinations = new HashMap<>();
      for (Row row : rows) {
        TextMessage message = context.createTextMessage(row.body());
        for (var property : properties(row).entrySet()) {
          message.setStringProperty(property.getKey(), property.getValue());
        }
        message.setStringProperty("event", row.type());
        message.setStringProperty("messageId", row.messageId());
        message.setStringProperty("_AMQ_DUPL_ID", row.messageId());
        producer.send(
            destinations.computeIfAbsent(row.destination(), name -> destination(context, name)),
            message);
      }
      if (mode == JMSContext.SESSION_TRANSACTED) {
        context.commit();
      }
    } catch (JMSException e) {
      throw new IllegalStateException("The broker refused a message", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> properties(Row row) {
    try {
      return Json.read(row.properties(), Map.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Outbox row " + row.id(), e);
    }
  }

  private static Destination destination(JMSContext context, String name) {
    String plain = name.substring(name.indexOf(':') + 1);
    return name.startsWith("topic:") ? context.createTopic(plain) : context.createQueue(plain);
  }

  private static void mark(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update common.outbox set sent_at = clock_timestamp() where id = any (?)")) {
      update.setArray(1, connection.createArrayOf("bigint", rows.stream().map(Row::id).toArray()));
      update.executeUpdate();
    }
  }
}
