package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** The demo operator itself and a login for each role. */
@ApplicationScoped
public class DemoStaff implements DemoPart {
  /** Password of every demo login; demo data never meets a real customer. */
  public static final String PASSWORD = "asta-demo";

  static final int ORDER = 1;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private LoginService logins;

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public void load() {
    staff("agent", "Anna Konsultant", Roles.AGENT);
    staff("product", "Piotr Produktowy", Roles.PRODUCT_MANAGER);
    staff("marketer", "Maria Marketing", Roles.MARKETER);
    staff("billing", "Barbara Bilingowa", Roles.BILLING);
    staff("cashier", "Celina Kasjerska", Roles.CASHIER);
    staff("warehouse", "Wojciech Magazynier", Roles.WAREHOUSE);
    staff("operator", "Olga Operatorska", Roles.OPERATOR);
    logins.openForStaff(
        "admin",
        "Adam Administrator",
        PASSWORD,
        Set.of(
            Roles.ADMIN,
            Roles.AGENT,
            Roles.PRODUCT_MANAGER,
            Roles.MARKETER,
            Roles.BILLING,
            Roles.CASHIER,
            Roles.WAREHOUSE,
            Roles.OPERATOR));
    describeOperator();
  }

  private void staff(String name, String displayName, String role) {
    logins.openForStaff(name, displayName, PASSWORD, Set.of(role));
  }

  private void describeOperator() {
    try (Connection connection = database.getConnection();
        Statement update = connection.createStatement()) {
      update.executeUpdate(
          "update common.operator set name = 'Światłonet sp. z o.o.', street = 'ul. Świetlna 12',"
              + " postal_code = '30-001', city = 'Kraków', nip = '6762466898',"
              + " iban = 'PL61109010140000071219812874', bank_name = 'Bank Demonstracyjny SA',"
              + " email = 'kontakt@swiatlonet.example', phone = '+48122000000' where id = 1");
    } catch (SQLException e) {
      throw new IllegalStateException("The demo operator could not be described", e);
    }
  }
}
