package com.asta.payments.service;

import com.asta.common.Money;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Optional;
import javax.sql.DataSource;

/** Plain SQL in the caller's transaction, for lists and for set queries. */
@ApplicationScoped
class Sql {
  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with one row. */
  interface RowUser {
    void use(ResultSet row) throws SQLException;
  }

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** All rows; a collection of longs or strings among the arguments is passed as an array. */
  <T> List<T> list(String sql, RowReader<T> reader, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(reader.read(found));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("Query failed: " + sql, e);
    }
  }

  /** Hands every row over as it comes, so that many need no memory; call it in a transaction. */
  void each(String sql, RowUser user, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(1_000);
      bind(connection, statement, arguments);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          user.use(found);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Query failed: " + sql, e);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... arguments) {
    return list(sql, reader, arguments).stream().findFirst();
  }

  int update(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Update failed: " + sql, e);
    }
  }

  /** One statement for many rows; the driver joins them into multi-row inserts. */
  void batch(String sql, Collection<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(connection, statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("Batch failed: " + sql, e);
    }
  }

  static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column), row.getString("currency"));
  }

  static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** What a person typed, for {@code like}: no wildcards of its own. */
  static String literal(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static void bind(Connection connection, PreparedStatement statement, Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument instanceof Collection<?> many) {
        statement.setArray(i + 1, connection.createArrayOf(elementType(many), many.toArray()));
      } else if (argument instanceof Instant at) {
        statement.setTimestamp(i + 1, Timestamp.from(at));
      } else if (argument instanceof Enum<?> constant) {
        statement.setString(i + 1, constant.name());
      } else {
        statement.setObject(i + 1, argument);
      }
    }
  }

  private static String elementType(Collection<?> many) {
    Object first = many.isEmpty() ? "" : many.iterator().next();
    if (first instanceof Long) {
      return "bigint";
    }
    return first instanceof Number ? "numeric" : "text";
  }
}
