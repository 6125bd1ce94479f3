package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Forgets each night what was relayed and consumed long ago: sent outbox rows after seven days,
 * inbox rows after ninety, longer than any message waits in a dead-letter queue unseen.
 */
@Singleton
@PermitAll
public class MessageRetention {
  private static final Logger LOG = Logger.getLogger(MessageRetention.class.getName());

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** Runs at ten past three. */
  @Schedule(hour = "3", minute = "10", persistent = false)
  public void forget() {
    try (Connection connection = database.getConnection();
        Statement delete = connection.createStatement()) {
      int sent =
          delete.executeUpdate(
              "delete from common.outbox where sent_at < now() - interval '7 days'");
      int consumed =
          delete.executeUpdate(
              "delete from common.inbox where received_at < now() - interval '90 days'");
      LOG.info(() -> "Forgot " + sent + " sent and " + consumed + " consumed messages");
    } catch (SQLException e) {
      throw new IllegalStateException("Old messages could not be deleted", e);
    }
  }
}
