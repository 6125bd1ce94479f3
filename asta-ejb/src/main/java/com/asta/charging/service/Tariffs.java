package com.asta.charging.service;

import com.asta.charging.model.TariffVersionStatus;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** The stored tariffs as rows of lists, without what their versions say, which may be large. */
@ApplicationScoped
class Tariffs {
  private static final String ROWS =
      "select t.id, t.code, t.name_en, t.name_pl, c.version, c.valid_from, n.version, n.valid_from,"
          + " d.id, d.version from charging.tariff t"
          + " left join lateral (select v.version, v.valid_from from charging.tariff_version v"
          + " where v.tariff_id = t.id and v.status = 'PUBLISHED' and v.valid_from <= ?"
          + " order by v.valid_from desc limit 1) c on true"
          + " left join lateral (select v.version, v.valid_from from charging.tariff_version v"
          + " where v.tariff_id = t.id and v.status = 'PUBLISHED' and v.valid_from > ?"
          + " order by v.valid_from limit 1) n on true"
          + " left join lateral (select v.id, v.version from charging.tariff_version v"
          + " where v.tariff_id = t.id and v.status = 'DRAFT' limit 1) d on true"
          + " where (t.code ilike ? escape '!' or t.name_en ilike ? escape '!'"
          + " or t.name_pl ilike ? escape '!')";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  /** Tariffs by code. */
  List<TariffRow> rows(TariffQuery query, LocalDate today, int offset, int limit) {
    String text = "%" + (query.text() == null ? "" : escaped(query.text().strip())) + "%";
    return Sql.query(
        database,
        ROWS + narrowed(query.state()) + " order by t.code offset ? limit ?",
        Tariffs::row,
        today,
        today,
        text,
        text,
        text,
        offset,
        limit);
  }

  /** Versions of a tariff, the newest first. */
  List<TariffVersionRow> versions(long tariffId, LocalDate today) {
    return Sql.query(
        database,
        "select id, version, status, valid_from, valid_to, created_by, created_at, published_by,"
            + " published_at, coalesce(valid_from <= ? and coalesce(valid_to > ?, true), false)"
            + " from (select v.*, case when status = 'PUBLISHED' then lead(valid_from) over"
            + " (partition by status order by valid_from) end as valid_to"
            + " from charging.tariff_version v where v.tariff_id = ?) v order by version desc",
        Tariffs::version,
        today,
        today,
        tariffId);
  }

  private static String narrowed(TariffQuery.State state) {
    if (state == null) {
      return "";
    }
    return switch (state) {
      case IN_FORCE -> " and c.version is not null";
      case PLANNED -> " and n.version is not null";
      case DRAFT -> " and d.id is not null";
    };
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static TariffRow row(ResultSet row) throws SQLException {
    return new TariffRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, Integer.class),
        Sql.date(row, 6),
        row.getObject(7, Integer.class),
        Sql.date(row, 8),
        Sql.longOrNull(row, 9),
        row.getObject(10, Integer.class));
  }

  private static TariffVersionRow version(ResultSet row) throws SQLException {
    return new TariffVersionRow(
        row.getLong(1),
        row.getInt(2),
        TariffVersionStatus.valueOf(row.getString(3)),
        Sql.date(row, 4),
        Sql.date(row, 5),
        row.getString(6),
        Sql.instant(row, 7),
        row.getString(8),
        Sql.instant(row, 9),
        row.getBoolean(10));
  }
}
