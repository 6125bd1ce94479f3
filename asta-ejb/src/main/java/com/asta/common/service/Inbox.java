package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Remembers, in the consumer's own transaction, which messages a consumer has acted on. */
@ApplicationScoped
public class Inbox {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** True if this consumer has not seen the message; from then on it has. */
  public boolean first(String messageId, String consumer) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into common.inbox (consumer, message_id) values (?, ?)"
                    + " on conflict do nothing")) {
      insert.setString(1, consumer);
      insert.setString(2, messageId);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("Inbox of " + consumer + " for " + messageId, e);
    }
  }
}
