package com.asta.charging.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** The operator's thresholds of balances, looked at anew every few seconds. */
@ApplicationScoped
public class BalanceThresholds {
  private static final long RECHECK_NANOS = 5_000_000_000L;

  /** Levels as they were at a moment. */
  private record Seen(BalanceLevels levels, long atNanos) {}

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  private volatile Seen seen;

  BalanceLevels current() {
    Seen last = seen;
    if (last == null || System.nanoTime() - last.atNanos() > RECHECK_NANOS) {
      last = new Seen(read(), System.nanoTime());
      seen = last;
    }
    return last.levels();
  }

  private BalanceLevels read() {
    return new BalanceLevels(
        Sql.query(
            database,
            "select tariff_code, currency, amount from charging.balance_threshold",
            row ->
                new BalanceLevels.Level(row.getString(1), row.getString(2), row.getBigDecimal(3))));
  }
}
