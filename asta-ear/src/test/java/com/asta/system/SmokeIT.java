package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SmokeIT {

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Test
  void theDatabaseIsPostgres18() throws SQLException {
    assertTrue(query("select version()").startsWith("PostgreSQL 18."));
  }

  @Test
  void unqualifiedTablesAreCommonOnes() throws SQLException {
    assertEquals("common,public", query("show search_path"));
  }

  private String query(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
