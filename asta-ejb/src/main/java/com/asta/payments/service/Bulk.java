package com.asta.payments.service;

import com.asta.common.service.CopyRows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Many rows into a table by one COPY, in the caller's transaction. */
@ApplicationScoped
class Bulk {
  /** Writes the fields of one row, in the order of the columns. */
  interface RowWriter<T> {
    void write(CopyRows copy, T row) throws SQLException;
  }

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** Adds a row for each value. */
  <T> void add(String table, String columns, Collection<T> values, RowWriter<T> writer) {
    if (values.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      CopyRows copy = CopyRows.into(connection, table, columns);
      try {
        for (T value : values) {
          copy.row();
          writer.write(copy, value);
        }
        copy.end();
      } catch (SQLException | RuntimeException e) {
        copy.abandon();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(values.size() + " rows of " + table + " were not written", e);
    }
  }
}
