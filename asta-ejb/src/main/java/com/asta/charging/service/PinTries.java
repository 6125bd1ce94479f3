package com.asta.charging.service;

import com.asta.charging.rules.GuessThrottle;
import com.asta.charging.rules.GuessThrottle.Policy;
import com.asta.charging.rules.GuessThrottle.Tries;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** Wrong voucher PINs, counted for an account or a login in the transaction of a connection. */
final class PinTries {
  private PinTries() {}

  static String account(long chargingAccountId) {
    return "account:" + chargingAccountId;
  }

  static String login(String name) {
    return "login:" + name;
  }

  /** When another try is allowed; null means now. */
  static Instant closedUntil(Connection connection, String subject, Instant now, Policy policy) {
    return GuessThrottle.closedUntil(tries(connection, subject), now, policy);
  }

  /** Counts a wrong PIN. */
  static void wrong(Connection connection, String subject, Instant now, Policy policy) {
    Tries after = GuessThrottle.wrong(tries(connection, subject), now, policy);
    Sql.update(
        connection,
        "insert into charging.pin_tries (subject, wrong, last_at) values (?, ?, ?)"
            + " on conflict (subject) do update set last_at = excluded.last_at,"
            + " wrong = greatest(excluded.wrong, case when excluded.wrong = 1 then 1"
            + " else pin_tries.wrong + 1 end)",
        subject,
        after.wrong(),
        after.last());
  }

  /** Forgets the wrong ones once a PIN was right. */
  static void right(Connection connection, String subject) {
    Sql.update(connection, "delete from charging.pin_tries where subject = ?", subject);
  }

  private static Tries tries(Connection connection, String subject) {
    List<Tries> known =
        Sql.query(
            connection,
            "select wrong, last_at from charging.pin_tries where subject = ?",
            row -> new Tries(row.getInt(1), Sql.instant(row, 2)),
            subject);
    return known.isEmpty() ? Tries.NONE : known.get(0);
  }
}
