package com.asta.common.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the database to this release before anything uses it: each subsystem's schema by its own
 * scripts ({@code db/<subsystem>}) and its own history, in the order of the arrows, so that a
 * foreign key finds what it points to.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
  /** The schemas, upstream first. */
  public static final List<String> SCHEMAS =
      List.of(
          "common",
          "customers",
          "workflow",
          "products",
          "warehouse",
          "marketing",
          "charging",
          "billing",
          "payments");

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PostConstruct
  void migrate() {
    for (String schema : SCHEMAS) {
      of(schema, database).load().migrate();
    }
  }

  /** The migrations of a schema. */
  public static FluentConfiguration of(String schema, DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .schemas(schema)
        .defaultSchema(schema)
        .table("schema_history")
        .locations("classpath:db/" + schema)
        .failOnMissingLocations(false);
  }
}
