package com.asta.system;

import com.asta.common.launcher.Database;
import com.asta.common.launcher.DatabaseAddress;
import com.asta.common.launcher.Ports;
import com.asta.common.service.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database as an older release left it: it is filled by the owner, with only those rows that a
 * migration looks at and no foreign key or trigger to ask for more, and then brought to this
 * release as the server would.
 */
final class OlderRelease implements AutoCloseable {
  private final Database database;
  private final DatabaseAddress address;

  private OlderRelease(Database database) {
    this.database = database;
    address = database.address();
  }

  /**
   * A new one.
   *
   * @param versions the last migration that older schemas have; the others are of this release
   */
  static OlderRelease of(String name, Map<String, String> versions)
      throws IOException, SQLException {
    Path directory =
        Path.of(System.getProperty("asta.target"), "migrated")
            .resolve(name + "-" + ProcessHandle.current().pid());
    OlderRelease older =
        new OlderRelease(
            Database.start(directory.resolve("database"), Ports.freeOne(), Database.Purpose.TEST));
    try {
      Migrations.SCHEMAS.forEach(schema -> older.migrate(schema, versions.get(schema)));
    } catch (RuntimeException e) {
      older.close();
      throw e;
    }
    return older;
  }

  /** Brings every schema to this release. */
  void migrate() {
    Migrations.SCHEMAS.forEach(schema -> migrate(schema, null));
  }

  private void migrate(String schema, String version) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.user());
    source.setPassword(address.password());
    Migrations.of(schema, source).target(version == null ? "latest" : version).load().migrate();
  }

  void fill(String... statements) throws SQLException {
    try (Connection owner = DriverManager.getConnection(address.url() + "?user=postgres");
        Statement statement = owner.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  List<String> rows(String sql) throws SQLException {
    return Rows.of(address, sql.replace("%", "%%"));
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
