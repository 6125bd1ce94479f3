package com.asta.system;

import static org.junit.jupiter.api.Assertions.fail;

import com.asta.common.launcher.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks into a server's database from outside; a row is its columns joined by blanks. */
final class Rows {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long PAUSE_MILLIS = 10;

  private Rows() {}

  static List<String> of(Connection database, String sql, Object... arguments) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(sql.formatted(arguments))) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        StringBuilder row = new StringBuilder(String.valueOf(found.getString(1)));
        for (int column = 2; column <= columns; column++) {
          row.append(' ').append(found.getString(column));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  static List<String> of(DatabaseAddress address, String sql, Object... arguments)
      throws SQLException {
    try (Connection connection = address.connect()) {
      return of(connection, sql, arguments);
    }
  }

  /** A number of one row. */
  static long number(Connection database, String sql, Object... arguments) throws SQLException {
    return Long.parseLong(of(database, sql, arguments).get(0));
  }

  /** Waits until a query answers as wished; every look is a transaction of its own. */
  static List<String> await(
      DatabaseAddress address, Predicate<List<String>> wish, String sql, Object... arguments)
      throws SQLException, InterruptedException {
    try (Connection connection = address.connect()) {
      return await(connection, wish, sql, arguments);
    }
  }

  /** As the other; without autocommit, what the wished rows locked stays locked. */
  static List<String> await(
      Connection connection, Predicate<List<String>> wish, String sql, Object... arguments)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> rows = of(connection, sql, arguments);
    while (!wish.test(rows)) {
      if (System.nanoTime() > end) {
        fail("Waited in vain for " + sql.formatted(arguments) + ", which says " + rows);
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      Thread.sleep(PAUSE_MILLIS);
      rows = of(connection, sql, arguments);
    }
    return rows;
  }
}
