package com.asta.charging.service;

import com.asta.charging.rules.Draw;
import com.asta.charging.rules.SessionGroup;
import com.asta.common.service.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of sessions; their accounts are locked. */
final class SessionBooks {
  /** Where a session stands. */
  enum State {
    OPEN,
    CLOSED,
    EXPIRED
  }

  /**
   * A session.
   *
   * @param requestNumber the last one that was answered
   * @param charged money charged so far
   */
  record Session(
      String id,
      long chargingAccountId,
      State state,
      int requestNumber,
      Instant startedAt,
      Instant expiresAt,
      BigDecimal charged,
      List<SessionGroup> groups) {
    boolean expired(Instant now) {
      return state == State.OPEN && expiresAt.isBefore(now);
    }

    /** What its groups hold of the main balance. */
    BigDecimal reserved() {
      return draws()
          .filter(draw -> draw.bucketId() == null)
          .map(Draw::amount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Draw> ofBuckets() {
      return draws().filter(draw -> draw.bucketId() != null).toList();
    }

    private Stream<Draw> draws() {
      return groups.stream().flatMap(group -> group.held().stream());
    }
  }

  private static final String SESSION =
      "select session_id, charging_account_id, state, request_number, started_at, expires_at,"
          + " charged, groups from charging.charging_session ";

  private SessionBooks() {}

  static List<Session> byIds(Connection connection, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : Sql.query(
            connection,
            SESSION + "where session_id = any (?)",
            SessionBooks::session,
            Columns.texts(ids, id -> id));
  }

  /** Open sessions of accounts that passed their expiry. */
  static List<Session> expired(Connection connection, Collection<Long> accounts, Instant now) {
    return accounts.isEmpty()
        ? List.of()
        : Sql.query(
            connection,
            SESSION + "where charging_account_id = any (?) and state = 'OPEN' and expires_at < ?",
            SessionBooks::session,
            Columns.bigints(accounts, id -> id),
            now);
  }

  /** Accounts with open sessions that passed their expiry. */
  static List<Long> accountsOfExpired(Connection connection, Instant now, int limit) {
    return Sql.query(
        connection,
        "select distinct charging_account_id from charging.charging_session where state = 'OPEN'"
            + " and expires_at < ? limit ?",
        row -> row.getLong(1),
        now,
        limit);
  }

  static void insert(Connection connection, Collection<Session> sessions) {
    Sql.update(
        connection,
        "insert into charging.charging_session (session_id, charging_account_id, state,"
            + " request_number, started_at, expires_at, charged, reserved, groups, held_buckets,"
            + " held_amounts) select id, account, state, number, started::timestamptz,"
            + " expires::timestamptz, charged::numeric, reserved::numeric, groups, buckets::int8[],"
            + " amounts::numeric[] from unnest(?::text[], ?::int8[], ?::text[], ?::int4[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
            + " n (id, account, state, number, started, expires, charged, reserved, groups, buckets,"
            + " amounts)",
        columns(sessions));
  }

  static int update(Connection connection, Collection<Session> sessions) {
    return Sql.update(
        connection,
        "update charging.charging_session s set state = n.state, request_number = n.number,"
            + " expires_at = n.expires::timestamptz, charged = n.charged::numeric,"
            + " reserved = n.reserved::numeric, groups = n.groups,"
            + " held_buckets = n.buckets::int8[], held_amounts = n.amounts::numeric[]"
            + " from unnest(?::text[], ?::int8[], ?::text[], ?::int4[], ?::text[], ?::text[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) n (id, account, state,"
            + " number, started, expires, charged, reserved, groups, buckets, amounts)"
            + " where s.session_id = n.id",
        columns(sessions));
  }

  private static Object[] columns(Collection<Session> sessions) {
    return new Object[] {
      Columns.texts(sessions, Session::id),
      Columns.bigints(sessions, Session::chargingAccountId),
      Columns.texts(sessions, session -> session.state().name()),
      Columns.integers(sessions, Session::requestNumber),
      Columns.instants(sessions, Session::startedAt),
      Columns.instants(sessions, Session::expiresAt),
      Columns.amounts(sessions, Session::charged),
      Columns.amounts(sessions, Session::reserved),
      Columns.texts(sessions, session -> Json.write(session.groups())),
      Columns.texts(sessions, session -> list(session.ofBuckets(), Draw::bucketId)),
      Columns.texts(sessions, session -> list(session.ofBuckets(), Draw::amount))
    };
  }

  /** A PostgreSQL array, or null for an empty one. */
  private static String list(List<Draw> draws, Function<Draw, Object> part) {
    return draws.isEmpty()
        ? null
        : draws.stream()
            .map(draw -> part.apply(draw).toString())
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString(1),
        row.getLong(2),
        State.valueOf(row.getString(3)),
        row.getInt(4),
        Sql.instant(row, 5),
        Sql.instant(row, 6),
        row.getBigDecimal(7),
        groups(row.getString(1), row.getString(8)));
  }

  private static List<SessionGroup> groups(String id, String json) {
    try {
      return Arrays.asList(Json.read(json, SessionGroup[].class));
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Groups of session " + id + " are not readable", e);
    }
  }
}
