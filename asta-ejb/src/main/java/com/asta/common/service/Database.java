package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain SQL on the one database, in the caller's transaction if there is one. */
@ApplicationScoped
public class Database {
  /** Makes a value of the row the cursor stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  /** All rows of a query; instants may be given as arguments. */
  public <T> List<T> rows(String sql, RowReader<T> reader, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(reader.read(found));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first row of a query. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, Object... arguments) {
    return rows(sql, reader, arguments).stream().findFirst();
  }

  /** The one number a query answers, such as a count. */
  public long number(String sql, Object... arguments) {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /** Inserts, updates or deletes; returns how many rows. */
  public int update(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The instant in a column, null where it is null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp stored = row.getTimestamp(column);
    return stored == null ? null : stored.toInstant();
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument instanceof Instant instant) {
        statement.setTimestamp(i + 1, Timestamp.from(instant));
      } else if (argument instanceof Long[] ids) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("bigint", ids));
      } else if (argument instanceof String[] texts) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
      } else if (argument instanceof Enum<?> value) {
        statement.setString(i + 1, value.name());
      } else {
        statement.setObject(i + 1, argument);
      }
    }
  }
}
