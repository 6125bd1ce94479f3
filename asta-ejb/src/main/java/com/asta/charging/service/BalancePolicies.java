package com.asta.charging.service;

import com.asta.charging.rules.BalancePolicy;
import com.asta.common.service.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The operator's rules of accounts; the standard ones until somebody changes them. */
@ApplicationScoped
public class BalancePolicies {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  BalancePolicy current() {
    try (Connection connection = database.getConnection()) {
      return read(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The rules of accounts could not be read", e);
    }
  }

  /** As {@link #current}, in the transaction of a connection. */
  static BalancePolicy read(Connection connection) {
    List<String> stored =
        Sql.query(
            connection,
            "select content from charging.balance_policy where id = 1",
            row -> row.getString(1));
    try {
      return stored.isEmpty()
          ? BalancePolicy.standard()
          : Json.read(stored.get(0), BalancePolicy.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("The stored rules of accounts are not readable", e);
    }
  }

  void store(BalancePolicy policy, String by, Instant now) {
    Sql.update(
        database,
        "insert into charging.balance_policy (id, content, changed_by, changed_at)"
            + " values (1, ?, ?, ?) on conflict (id) do update set content = excluded.content,"
            + " changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        Json.write(policy),
        by,
        now);
  }

  /** Levels whose crossing tells customers, the lowest first. */
  List<BigDecimal> thresholds(String currency) {
    return Sql.query(
        database,
        "select amount from charging.balance_threshold where tariff_code is null and currency = ?"
            + " order by amount",
        row -> row.getBigDecimal(1),
        currency);
  }

  void storeThresholds(String currency, Collection<BigDecimal> levels) {
    Sql.update(
        database,
        "delete from charging.balance_threshold where tariff_code is null and currency = ?",
        currency);
    for (BigDecimal level : levels) {
      Sql.update(
          database,
          "insert into charging.balance_threshold (currency, amount) values (?, ?)",
          currency,
          level);
    }
  }
}
