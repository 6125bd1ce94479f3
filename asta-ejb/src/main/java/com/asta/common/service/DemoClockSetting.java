package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** How far the demo's business time is ahead of the machine's; kept in the database. */
@ApplicationScoped
class DemoClockSetting {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  private volatile Duration ahead;

  static boolean isDemo() {
    return System.getProperty("asta.demo", "false").equals("true");
  }

  Duration ahead() {
    Duration known = ahead;
    if (known == null) {
      known = read();
      ahead = known;
    }
    return known;
  }

  void moveTo(Duration wanted) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "insert into common.demo_clock (id, ahead_seconds) values (1, ?)"
                    + " on conflict (id) do update set ahead_seconds = excluded.ahead_seconds")) {
      update.setLong(1, wanted.toSeconds());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The demo's clock could not be moved", e);
    }
    ahead = wanted;
  }

  private Duration read() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select ahead_seconds from common.demo_clock");
        ResultSet found = select.executeQuery()) {
      return found.next() ? Duration.ofSeconds(found.getLong(1)) : Duration.ZERO;
    } catch (SQLException e) {
      throw new IllegalStateException("The demo's clock could not be read", e);
    }
  }
}
