package com.asta.charging.service;

import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.SessionGroup;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Json;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks at sessions of online charging; changes nothing. */
@Stateless
@RolesAllowed({
  Roles.AGENT,
  Roles.OPERATOR,
  Roles.PRODUCT_MANAGER,
  Roles.BILLING,
  Roles.ADMIN,
  Roles.SYSTEM
})
public class SessionService {
  private static final String ROW =
      "select s.session_id, s.charging_account_id, a.service_id, s.state, s.request_number,"
          + " s.started_at, s.expires_at, s.charged, s.reserved, a.currency, s.groups"
          + " from charging.charging_session s"
          + " join charging.charging_account a on a.id = s.charging_account_id where true";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private TariffSnapshots tariffs;
  @Inject private Clock clock;

  /** Sessions, the latest first. */
  public List<SessionRow> list(SessionQuery query, int offset, int limit) {
    StringBuilder sql = new StringBuilder(ROW);
    List<Object> arguments = new ArrayList<>();
    SessionState state =
        query.day() == null && query.state() == null ? SessionState.OPEN : query.state();
    if (state != null) {
      // A literal, so that the index of open sessions serves.
      sql.append(" and s.state = '").append(state.name()).append('\'');
    }
    if (query.day() != null) {
      sql.append(" and s.started_at >= ? and s.started_at < ?");
      arguments.add(query.day().atStartOfDay(OperatorZone.ID).toInstant());
      arguments.add(query.day().plusDays(1).atStartOfDay(OperatorZone.ID).toInstant());
    }
    String digits = digits(query.number());
    if (!digits.isEmpty()) {
      sql.append(" and a.service_id like ?");
      arguments.add(digits + "%");
    }
    sql.append(" order by s.started_at desc, s.session_id limit ? offset ?");
    arguments.add(limit);
    arguments.add(offset);
    return Sql.query(database, sql.toString(), SessionService::row, arguments.toArray());
  }

  /** One session; empty if there is none, or no longer. */
  public Optional<SessionCard> session(String id) {
    List<SessionCard> found =
        Sql.query(
            database,
            ROW + " and s.session_id = ?",
            row -> new SessionCard(row(row), groups(row.getString(11)), answers(id)),
            id);
    return found.stream().findFirst();
  }

  /** Numbers that are charged online and begin so. */
  public List<String> numbers(String begin, int limit) {
    return Sql.query(
        database,
        "select service_id from charging.charging_account where status <> 'CLOSED'"
            + " and service_id like ? order by service_id limit ?",
        row -> row.getString(1),
        digits(begin) + "%",
        limit);
  }

  /** A subscription that is charged online. */
  public Optional<ChargedLine> line(String number) {
    return Sql.query(
            database,
            "select id, service_id, tariff_code, status, balance - reserved, currency"
                + " from charging.charging_account where status <> 'CLOSED' and service_id = ?",
            this::line,
            String.valueOf(HomeNetwork.digits(number)))
        .stream()
        .findFirst();
  }

  private ChargedLine line(ResultSet row) throws SQLException {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    return new ChargedLine(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        tariffs.current().on(row.getString(3), today).map(CompiledTariff::versionId).orElse(null),
        row.getString(4),
        Money.of(row.getBigDecimal(5), row.getString(6)));
  }

  private List<SessionCard.Answered> answers(String sessionId) {
    return Sql.query(
        database,
        "select at, answer from charging.charging_answer where session_id = ?"
            + " order by request_number",
        row -> new SessionCard.Answered(Sql.instant(row, 1), answer(row.getString(2))),
        sessionId);
  }

  private static SessionRow row(ResultSet row) throws SQLException {
    String currency = row.getString(10);
    return new SessionRow(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        SessionState.valueOf(row.getString(4)),
        row.getInt(5),
        Sql.instant(row, 6),
        Sql.instant(row, 7),
        Money.of(row.getBigDecimal(8), currency),
        Money.of(row.getBigDecimal(9), currency));
  }

  private static List<SessionGroup> groups(String json) {
    return List.of(read(json, SessionGroup[].class));
  }

  private static ChargingAnswer answer(String json) {
    return read(json, ChargingAnswer.class);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.read(json, type);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Not a stored " + type.getSimpleName() + ": " + json, e);
    }
  }

  /** Digits of what was typed; national numbers may be begun too. */
  private static String digits(String typed) {
    if (typed == null || typed.isBlank()) {
      return "";
    }
    String digits = typed.replaceAll("[^0-9]", "");
    boolean international =
        typed.strip().startsWith("+") || digits.startsWith(HomeNetwork.COUNTRY_CODE);
    return international || digits.isEmpty() ? digits : HomeNetwork.COUNTRY_CODE + digits;
  }
}
