package com.asta.billing.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.CopyRows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
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

/** Plain SQL in the caller's transaction, for the bill run and for lists. */
@ApplicationScoped
class Sql {
  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

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
      throw failed(sql, e);
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
      throw failed(sql, e);
    }
  }

  /** Writes the rows of a COPY. */
  interface CopyWriter {
    void write(CopyRows rows) throws SQLException;
  }

  /** Copies rows into a table; columns are separated by commas. */
  void copy(String table, String columns, CopyWriter writer) {
    try (Connection connection = database.getConnection()) {
      CopyRows rows = CopyRows.into(connection, table, columns);
      try {
        writer.write(rows);
        rows.end();
      } catch (SQLException | RuntimeException e) {
        rows.abandon();
        throw e;
      }
    } catch (SQLException e) {
      throw failed("copy " + table, e);
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
      throw failed(sql, e);
    }
  }

  static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** A number that may be absent. */
  static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static void bind(Connection connection, PreparedStatement statement, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, bindable(connection, arguments[i]));
    }
  }

  private static Object bindable(Connection connection, Object argument) throws SQLException {
    if (argument instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    if (argument instanceof Instant instant) {
      return instant.atZone(OperatorZone.ID).toOffsetDateTime();
    }
    if (argument instanceof Enum<?> constant) {
      return constant.name();
    }
    if (argument instanceof Collection<?> ids) {
      return connection.createArrayOf("bigint", ids.toArray());
    }
    if (argument instanceof String[] texts) {
      return connection.createArrayOf("text", texts);
    }
    if (argument instanceof BigDecimal[] numbers) {
      return connection.createArrayOf("numeric", numbers);
    }
    return argument;
  }

  private static IllegalStateException failed(String sql, SQLException e) {
    return new IllegalStateException("Statement failed: " + sql, e);
  }
}
