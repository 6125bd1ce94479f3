package com.asta.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.asta.common.service.Outbox;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class OutboxIT {
  private static final String TOPIC = "asta.workflow.commands";
  private static final long RECEIVE_MILLIS = 20_000;
  private static final long QUIET_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  @Inject private Outbox outbox;

  /** What a server leaves that dies between the broker's commit and the database's. */
  @Test
  void whatWasSentButNotMarkedIsMarkedAndHoldsNothingUp() throws Exception {
    String type = "Nobody" + UUID.randomUUID().toString().replace("-", "");
    try (JMSContext context = broker.createContext();
        JMSConsumer consumer =
            context.createConsumer(context.createTopic(TOPIC), "event = '" + type + "'")) {
      outbox.sendToTopic(TOPIC, type, "first");
      outbox.sendToTopic(TOPIC, type, "second");
      assertEquals(List.of("\"first\"", "\"second\""), received(consumer, 2));
      awaitMarked(type);

      forget(type);
      outbox.sendToTopic(TOPIC, type, "third");

      assertEquals(List.of("\"third\""), received(consumer, 1));
      awaitMarked(type);
      assertNull(consumer.receiveBody(String.class, QUIET_MILLIS), "sent twice");
    }
  }

  private static List<String> received(JMSConsumer consumer, int count) {
    List<String> bodies = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      bodies.add(consumer.receiveBody(String.class, RECEIVE_MILLIS));
    }
    return bodies;
  }

  private void forget(String type) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update common.outbox set sent_at = null where type = ?")) {
      update.setString(1, type);
      assertEquals(2, update.executeUpdate());
    }
  }

  private void awaitMarked(String type) throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (unsent(type) > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError(unsent(type) + " rows of the outbox are held up");
      }
      Thread.sleep(50);
    }
  }

  private int unsent(String type) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from common.outbox where type = ? and sent_at is null")) {
      select.setString(1, type);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    }
  }
}
