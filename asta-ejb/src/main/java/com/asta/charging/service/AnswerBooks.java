package com.asta.charging.service;

import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingBooks.Key;
import com.asta.common.service.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** First answers: those that were stored as such, and those that a ledger entry is. */
final class AnswerBooks {
  /** An answer that was given, and the digest of its request. */
  record Given(Key key, long request, ChargingAnswer answer) {}

  private AnswerBooks() {}

  /** The answers given to requests of these names; for one with an entry only, a conflict. */
  static Map<Key, Given> given(Connection connection, Collection<Key> keys) {
    Map<Key, Given> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    Sql.ArrayOf sessions = Columns.texts(keys, Key::sessionId);
    Sql.ArrayOf numbers = Columns.integers(keys, Key::requestNumber);
    Sql.query(
            connection,
            "select session_id, request_number, e.request, e.amount, coalesce(e.available,"
                + " e.balance_after), a.currency, e.explanation"
                + " from unnest(?::text[], ?::int4[]) k (session_id, request_number)"
                + " join charging.ledger_entry e using (session_id, request_number)"
                + " join charging.charging_account a on a.id = e.charging_account_id"
                + " where e.part = 0",
            AnswerBooks::booked,
            sessions,
            numbers)
        .forEach(each -> found.put(each.key(), each));
    Sql.query(
            connection,
            "select session_id, request_number, a.request, a.answer"
                + " from unnest(?::text[], ?::int4[]) k (session_id, request_number)"
                + " join charging.charging_answer a using (session_id, request_number)",
            row -> new Given(key(row), row.getLong(3), read(key(row), row.getString(4))),
            sessions,
            numbers)
        .forEach(each -> found.put(each.key(), each));
    return found;
  }

  /** The answer that an entry is; null if the entry belongs to no request or only to a part. */
  private static Given booked(ResultSet row) throws SQLException {
    Key key = key(row);
    long request = row.getLong(3);
    BigDecimal amount = row.getBigDecimal(4).negate();
    Granted answer =
        new Granted(
            key.sessionId(),
            key.requestNumber(),
            amount,
            row.getBigDecimal(5),
            row.getString(6),
            row.getString(7),
            List.of());
    return new Given(key, request, answer);
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getString(1), row.getInt(2));
  }

  /** Stores answers; fails by its key if one was given before. */
  static void insert(Connection connection, Collection<Given> answers, Instant now) {
    Sql.update(
        connection,
        "insert into charging.charging_answer (session_id, request_number, request, answer, at)"
            + " select session, number, request, answer, ? from unnest(?::text[], ?::int4[],"
            + " ?::int8[], ?::text[]) n (session, number, request, answer)",
        now,
        Columns.texts(answers, given -> given.key().sessionId()),
        Columns.integers(answers, given -> given.key().requestNumber()),
        Columns.bigints(answers, Given::request),
        Columns.texts(answers, given -> Json.write(given.answer())));
  }

  private static ChargingAnswer read(Key key, String answer) {
    try {
      return Json.read(answer, ChargingAnswer.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Stored answer " + key + " is not readable", e);
    }
  }
}
