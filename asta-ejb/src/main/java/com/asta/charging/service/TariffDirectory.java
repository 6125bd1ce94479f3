package com.asta.charging.service;

import com.asta.products.service.SchemeDirectory;
import com.asta.products.service.SchemeName;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/** Tells the catalogue, which is upstream, what tariffs its usage prices may name. */
@ApplicationScoped
public class TariffDirectory implements SchemeDirectory {
  private static final String PUBLISHED =
      " from charging.tariff t where exists (select from charging.tariff_version v"
          + " where v.tariff_id = t.id and v.status = 'PUBLISHED')";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Override
  public boolean exists(String tariffCode) {
    return !Sql.query(
            database, "select 1" + PUBLISHED + " and t.code = ?", row -> row.getInt(1), tariffCode)
        .isEmpty();
  }

  @Override
  public List<SchemeName> schemes() {
    return Sql.query(
        database,
        "select t.code, t.name_en, t.name_pl" + PUBLISHED + " order by t.code",
        row -> new SchemeName(row.getString(1), row.getString(2), row.getString(3)));
  }
}
