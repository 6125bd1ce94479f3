package com.asta.common.service;

import com.asta.common.Money;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgResultSet;

/**
 * Plain SQL on the one database, in the caller's transaction if there is one. Arguments may be
 * instants, days, constants of an enum, and arrays or collections of one type, which become array
 * parameters such as {@code any (?)}.
 */
@ApplicationScoped
public class Database {
  private static final int FETCHED_AT_ONCE = 1_000;

  /** Of elements of arrays; all others are written as text. */
  private static final Map<Class<?>, String> TYPES =
      Map.of(Long.class, "bigint", Integer.class, "integer", BigDecimal.class, "numeric");

  /** Makes a value of the row the cursor stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with one row. */
  @FunctionalInterface
  public interface RowUser {
    void use(ResultSet row) throws SQLException;
  }

  /** Writes the rows of a COPY. */
  @FunctionalInterface
  public interface CopyWriter {
    void write(CopyRows rows) throws SQLException;
  }

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource source;

  /** All rows of a query. */
  public <T> List<T> rows(String sql, RowReader<T> reader, Object... arguments) {
    List<T> rows = new ArrayList<>();
    query(sql, 0, row -> rows.add(reader.read(row)), arguments);
    return rows;
  }

  /** The first row of a query. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, Object... arguments) {
    return rows(sql, reader, arguments).stream().findFirst();
  }

  /** Hands every row over as it comes, so that many need no memory; call it in a transaction. */
  public void each(String sql, RowUser user, Object... arguments) {
    query(sql, FETCHED_AT_ONCE, user, arguments);
  }

  private void query(String sql, int fetched, RowUser user, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(fetched);
      bind(connection, statement, arguments);
      try (ResultSet found = statement.executeQuery()) {
        ResultSet row = unwrapped(found);
        while (found.next()) {
          user.use(row);
        }
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * The driver's own rows, to read columns from: the pool's wrapper takes a lock for each. The next
   * row is asked of the wrapper, which has to know of a connection that broke.
   */
  public static ResultSet unwrapped(ResultSet rows) throws SQLException {
    return rows.unwrap(PgResultSet.class);
  }

  /** The one number a query answers, such as a count. */
  public long number(String sql, Object... arguments) {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /**
   * SQL for the {@code bigint} that belongs to a key: of a list of values (the next argument) the
   * one at the place that the key has in a list of keys (the argument after that, ascending). Rows
   * are then found by {@code key = any (?)}, along the index, where a join with the pairs would go
   * down it for each, and could be planned otherwise.
   */
  public static String valueOf(String key) {
    return "(?::bigint[])[width_bucket(" + key + ", ?::bigint[])]";
  }

  /** Inserts, updates or deletes; returns how many rows. */
  public int update(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** One statement for many rows; the driver joins them into multi-row inserts. */
  public void batch(String sql, Collection<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = source.getConnection();
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

  /** Copies rows into a table that were collected with those columns. */
  public void copy(String table, String columns, CopyRows collected) {
    try (Connection connection = source.getConnection()) {
      collected.send(connection, table, columns);
    } catch (SQLException e) {
      throw failed("copy " + table, e);
    }
  }

  /** Copies rows into a table; columns are separated by commas. */
  public void copy(String table, String columns, CopyWriter writer) {
    try (Connection connection = source.getConnection()) {
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

  /** The instant in a column, null where it is null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp stored = row.getTimestamp(column);
    return stored == null ? null : stored.toInstant();
  }

  /** The day in a column, null where it is null. */
  public static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** The whole number in a column, null where it is null. */
  public static Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** The amount in a column, of the currency in the row's column of that name. */
  public static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column), row.getString("currency"));
  }

  /** What a person typed, for {@code like}: no wildcards of its own. */
  public static String literal(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static void bind(Connection connection, PreparedStatement statement, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (argument instanceof Enum<?> constant) {
        statement.setString(i + 1, constant.name());
      } else if (argument instanceof Collection<?> many) {
        bindArray(connection, statement, i + 1, many.toArray());
      } else if (argument instanceof Object[] many) {
        bindArray(connection, statement, i + 1, many);
      } else {
        statement.setObject(i + 1, argument);
      }
    }
  }

  private static void bindArray(
      Connection connection, PreparedStatement statement, int place, Object[] elements)
      throws SQLException {
    if (elements.length == 0) {
      statement.setObject(place, "{}", Types.OTHER);
    } else {
      Class<?> type = elementType(elements);
      statement.setArray(
          place, connection.createArrayOf(TYPES.getOrDefault(type, "text"), typed(elements, type)));
    }
  }

  private static Class<?> elementType(Object... elements) {
    Class<?> type = elements.getClass().getComponentType();
    for (int i = 0; i < elements.length && type == Object.class; i++) {
      type = elements[i] == null ? type : elements[i].getClass();
    }
    return type;
  }

  /** The driver sends texts and whole numbers as they are if the array says what it holds. */
  private static Object[] typed(Object[] elements, Class<?> type) {
    if (type == String.class) {
      return Arrays.copyOf(elements, elements.length, String[].class);
    }
    return type == Long.class ? Arrays.copyOf(elements, elements.length, Long[].class) : elements;
  }

  private static IllegalStateException failed(String sql, SQLException cause) {
    return new IllegalStateException("Statement failed: " + sql, cause);
  }
}
