package com.asta.charging.service;

import com.asta.common.service.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Plain JDBC for the hot paths and for reading plain tables. */
final class Sql {
  /** Makes a value of the current row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Sql() {}

  static <T> List<T> query(DataSource source, String sql, Row<T> row, Object... arguments) {
    try (Connection connection = source.getConnection()) {
      return query(connection, sql, row, arguments);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        ResultSet read = Database.unwrapped(found);
        while (found.next()) {
          rows.add(row.read(read));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  static int update(DataSource source, String sql, Object... arguments) {
    try (Connection connection = source.getConnection()) {
      return update(connection, sql, arguments);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  static int update(Connection connection, String sql, Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * An argument that becomes an array parameter, such as {@code any (?)} or {@code unnest(?)}; the
   * driver writes the elements by {@code toString}, which is ISO 8601 for instants and dates.
   */
  record ArrayOf(String type, Object[] elements) {
    static ArrayOf bigints(Collection<Long> values) {
      return new ArrayOf("bigint", values.toArray(new Long[0]));
    }

    /** One element of each value. */
    static <T> ArrayOf each(String type, Collection<T> values, Function<T, ?> element) {
      List<Object> elements = new ArrayList<>(values.size());
      values.forEach(value -> elements.add(element.apply(value)));
      return new ArrayOf(type, elements.toArray());
    }

    static ArrayOf texts(Collection<String> values) {
      return new ArrayOf("text", values.toArray(new String[0]));
    }
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp stamp = row.getTimestamp(column);
    return stamp == null ? null : stamp.toInstant();
  }

  static LocalDate date(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Long longOrNull(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static IllegalStateException failed(String sql, SQLException cause) {
    return new IllegalStateException("Statement failed: " + sql, cause);
  }

  private static void bind(Connection connection, PreparedStatement statement, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument instanceof Instant instant) {
        statement.setTimestamp(i + 1, Timestamp.from(instant));
      } else if (argument instanceof ArrayOf array) {
        Array bound = connection.createArrayOf(array.type(), array.elements());
        statement.setArray(i + 1, bound);
      } else {
        statement.setObject(i + 1, argument);
      }
    }
  }
}
