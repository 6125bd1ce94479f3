package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Loads one part of the demo in a transaction of its own, together with the mark that it is. */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class FirstStartStep {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** True if the part was loaded now; false if it was there. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean load(DemoPart part) {
    if (!markedNow("part-" + part.order())) {
      return false;
    }
    part.load();
    return true;
  }

  private boolean markedNow(String name) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into common.demo_part (name) values (?) on conflict do nothing")) {
      insert.setString(1, name);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("Demo part " + name, e);
    }
  }
}
