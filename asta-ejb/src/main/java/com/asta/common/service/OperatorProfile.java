package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The operator's own data as it stands on invoices and letters. */
@ApplicationScoped
public class OperatorProfile {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** The one operator of this installation. */
  public Operator operator() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select name, street, postal_code, city, country, nip, iban, bank_name, email,"
                    + " phone, currency from common.operator where id = 1");
        ResultSet found = select.executeQuery()) {
      if (!found.next()) {
        throw new IllegalStateException("Table common.operator has no row");
      }
      return new Operator(
          found.getString(1),
          found.getString(2),
          found.getString(3),
          found.getString(4),
          found.getString(5),
          found.getString(6),
          found.getString(7),
          found.getString(8),
          found.getString(9),
          found.getString(10),
          found.getString(11));
    } catch (SQLException e) {
      throw new IllegalStateException("The operator's data could not be read", e);
    }
  }
}
