package com.asta.products.service;

import com.asta.common.service.Database;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads rows by one statement, whatever their number: a collection becomes an array parameter, for
 * {@code = any(?)}. What the entity manager has not written yet is written first.
 */
@ApplicationScoped
class Projections {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PersistenceContext private EntityManager em;

  /** Makes a value of the current row. */
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, Mapper<T> mapper, Object... parameters) {
    if (em.isJoinedToTransaction()) {
      em.flush();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        select.setObject(index + 1, bound(connection, parameters[index]));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        ResultSet row = Database.unwrapped(found);
        while (found.next()) {
          rows.add(mapper.map(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("products could not read: " + sql, e);
    }
  }

  int update(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        update.setObject(index + 1, bound(connection, parameters[index]));
      }
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("products could not write: " + sql, e);
    }
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static Object bound(Connection connection, Object parameter) throws SQLException {
    if (parameter instanceof Collection<?> many) {
      boolean numbers = many.stream().allMatch(Long.class::isInstance);
      return numbers
          ? connection.createArrayOf("bigint", many.toArray(new Long[0]))
          : connection.createArrayOf("text", many.toArray());
    }
    return parameter;
  }
}
