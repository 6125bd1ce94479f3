package com.asta.charging.service;

import com.asta.charging.rules.CsvMapping;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The saved mappings. */
@ApplicationScoped
class UsageMappings {
  private static final String COLUMNS =
      "select id, code, name, content, sample, created_by, coalesce(updated_at, created_at)"
          + " from charging.usage_mapping";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private CurrentUser user;

  List<UsageMapping> list() {
    return Sql.query(database, COLUMNS + " order by code", UsageMappings::row);
  }

  Optional<UsageMapping> find(String code) {
    return Sql.query(database, COLUMNS + " where code = ?", UsageMappings::row, code).stream()
        .findFirst();
  }

  Optional<UsageMapping> find(long id) {
    return Sql.query(database, COLUMNS + " where id = ?", UsageMappings::row, id).stream()
        .findFirst();
  }

  /** Adds one; empty if its code is taken. */
  Optional<Long> add(String code, String name, CsvMapping content, byte[] sample) {
    return Sql.query(
            database,
            "insert into charging.usage_mapping (id, code, name, content, sample, created_by)"
                + " values (nextval('charging.usage_mapping_seq'), ?, ?, ?, ?, ?)"
                + " on conflict (code) do nothing returning id",
            row -> row.getLong(1),
            code,
            name,
            Json.write(content),
            sample,
            user.name())
        .stream()
        .findFirst();
  }

  void change(long id, String name, CsvMapping content, byte[] sample) {
    Sql.update(
        database,
        "update charging.usage_mapping set name = ?, content = ?, sample = ?, updated_by = ?,"
            + " updated_at = now() where id = ?",
        name,
        Json.write(content),
        sample,
        user.name(),
        id);
  }

  private static UsageMapping row(ResultSet row) throws SQLException {
    try {
      return new UsageMapping(
          row.getLong(1),
          row.getString(2),
          row.getString(3),
          Json.read(row.getString(4), CsvMapping.class),
          row.getBytes(5),
          row.getString(6),
          Sql.instant(row, 7));
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Stored mapping is not readable: " + e.getMessage(), e);
    }
  }
}
