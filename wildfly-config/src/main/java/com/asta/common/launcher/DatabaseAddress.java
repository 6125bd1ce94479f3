package com.asta.common.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the database is, and who may enter. */
public record DatabaseAddress(String url, String user, String password) {

  /** A plain JDBC connection, for tests that look at the database from outside. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
