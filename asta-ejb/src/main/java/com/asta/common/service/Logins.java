package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** The table of logins. Its rows are read by the identity store too. */
@ApplicationScoped
class Logins {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  OptionalLong customerOf(String name) {
    return query(
        "select customer_id from common.login where name = ?",
        name,
        OptionalLong.empty(),
        r -> {
          long id = r.getLong(1);
          return r.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
        });
  }

  Optional<Login> find(String name) {
    return query(
        "select name, display_name, customer_id, language, locked from common.login where name = ?",
        name,
        Optional.empty(),
        r ->
            Optional.of(
                new Login(
                    r.getString(1),
                    r.getString(2),
                    r.getObject(3, Long.class),
                    r.getString(4),
                    r.getBoolean(5))));
  }

  /** True if the name was free. */
  boolean add(Login login, String passwordHash, Collection<String> roles) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into common.login (name, password_hash, display_name, customer_id, language)"
                  + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
        insert.setString(1, login.name());
        insert.setString(2, passwordHash);
        insert.setString(3, login.displayName());
        insert.setObject(4, login.customerId());
        insert.setString(5, login.language());
        if (insert.executeUpdate() == 0) {
          return false;
        }
      }
      try (PreparedStatement insert =
          connection.prepareStatement("insert into common.login_role (name, role) values (?, ?)")) {
        for (String role : roles) {
          insert.setString(1, login.name());
          insert.setString(2, role);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("Login " + login.name() + " could not be stored", e);
    }
  }

  Optional<Login> ofCustomer(long customerId) {
    return query(
        "select name, display_name, customer_id, language, locked from common.login"
            + " where customer_id = ?",
        customerId,
        Optional.empty(),
        r ->
            Optional.of(
                new Login(
                    r.getString(1), r.getString(2), customerId, r.getString(4), r.getBoolean(5))));
  }

  void changeLanguage(String name, String language) {
    update("update common.login set language = ? where name = ?", language, name);
  }

  void changePassword(String name, String passwordHash) {
    update("update common.login set password_hash = ? where name = ?", passwordHash, name);
  }

  private void update(String sql, String value, String name) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, value);
      update.setString(2, name);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Login " + name + " could not be changed", e);
    }
  }

  private <T> T query(String sql, Object key, T none, Row<T> row) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, key);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? row.read(found) : none;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Logins could not be read for " + key, e);
    }
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet found) throws SQLException;
  }
}
