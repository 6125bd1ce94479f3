package com.asta.charging;

import com.asta.common.OperatorZone;
import com.asta.common.service.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** Any number of prepaid lines, written by two statements from outside the server. */
public final class ChargingTown {
  /** Before the serial of every line: E.164 digits without plus. */
  public static final String NUMBERS = "48600";

  private static final String TARIFF = "CHARGING-TOWN";

  private ChargingTown() {}

  /** The number of a line, counted from 1. */
  public static String number(int line) {
    return NUMBERS + String.format("%06d", line);
  }

  /**
   * Adds lines 1 to {@code lines} with the tariff of {@link MobileTown}: 0.30 a started minute to
   * Polish mobiles, 2.00 a megabyte. A running server knows the tariff ten seconds later. Does
   * nothing where the town stands already.
   */
  public static void settle(Connection database, int lines, BigDecimal balance)
      throws SQLException {
    try (PreparedStatement found =
        database.prepareStatement("select 1 from charging.tariff where code = ?")) {
      found.setString(1, TARIFF);
      if (found.executeQuery().next()) {
        return;
      }
    }
    LocalDate since = LocalDate.now(OperatorZone.ID).minusMonths(1);
    run(
        database,
        "insert into charging.tariff (id, code, name_en, name_pl, created_at)"
            + " values (nextval('charging.tariff_seq'), ?, 'Town', 'Miasto', now())",
        TARIFF);
    run(
        database,
        "insert into charging.tariff_version (id, tariff_id, version, status, content, valid_from,"
            + " created_by, created_at, published_by, published_at, revision)"
            + " select nextval('charging.tariff_version_seq'), id, 1, 'PUBLISHED', ?, ?, 'test',"
            + " now(), 'test', now(), 1 from charging.tariff where code = ?",
        Json.write(MobileTown.content(true)),
        since,
        TARIFF);
    run(
        database,
        "insert into charging.charging_account (account_id, subscription_id, service_id,"
            + " tariff_code, currency, balance, status, opened_at)"
            + " select 900000000 + i, 900000000 + i, ? || lpad(i::text, 6, '0'), ?, 'PLN', ?,"
            + " 'ACTIVE', now() from generate_series(1, ?) i",
        NUMBERS,
        TARIFF,
        balance,
        lines);
    run(
        database,
        "insert into charging.ledger_entry (charging_account_id, at, kind, amount, balance_after,"
            + " session_id, request_number, explanation) select id, now(), 'OPENING', balance,"
            + " balance, 'opening-' || id, 0, 'town' from charging.charging_account"
            + " where tariff_code = ?",
        TARIFF);
    run(database, "analyze charging.charging_account");
  }

  private static void run(Connection database, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.execute();
    }
  }
}
