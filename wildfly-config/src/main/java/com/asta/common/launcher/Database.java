package com.asta.common.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL of our own, started from the binaries that Maven brought. */
public final class Database implements AutoCloseable {

  private static final String NAME = "asta";
  private static final int PREPARED_LOG_FILES = 64;

  /** Whether a commit must survive a power cut, or may be as fast as tests like it. */
  public enum Durability {
    DURABLE("on", 0),
    /** Durable, and with a log whose files exist before they are needed. */
    PREPARED("on", PREPARED_LOG_FILES),
    FAST("off", 0);

    private final String setting;
    private final int logFiles;

    Durability(String setting, int logFiles) {
      this.setting = setting;
      this.logFiles = logFiles;
    }
  }

  private final EmbeddedPostgres postgres;

  private Database(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts on the data of this folder, or on a fresh database when there is none yet. */
  public static Database start(Path directory, int port, Durability durability)
      throws IOException, SQLException {
    Files.createDirectories(directory);
    File log = directory.resolveSibling(directory.getFileName() + ".log").toFile();
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .setServerConfig("fsync", durability.setting)
            .setServerConfig("synchronous_commit", durability.setting)
            .setServerConfig("full_page_writes", durability.setting)
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("min_wal_size", "1GB")
            .setServerConfig("max_wal_size", "2GB")
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
            .start();
    Database database = new Database(postgres);
    if (database.createIfMissing() && durability.logFiles > 0) {
      database.prepareLog(durability.logFiles);
    }
    return database;
  }

  /** Its address for the application. */
  public DatabaseAddress address() {
    return new DatabaseAddress(
        "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + NAME, NAME, NAME);
  }

  /** Tells whether it was missing. */
  private boolean createIfMissing() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
        if (found.next()) {
          return false;
        }
      }
      statement.execute("create role asta login password 'asta'");
      statement.execute("create database asta owner asta");
      return true;
    }
  }

  /**
   * Makes the files of the write-ahead log beforehand. PostgreSQL fills and syncs each new file of
   * 16 MB, some 50 ms in which no commit returns; those that a checkpoint finds used up it keeps,
   * as many as {@code min_wal_size} says, so that later none is made while customers wait.
   */
  private void prepareLog(int files) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < files; i++) {
        statement.execute("select pg_logical_emit_message(false, 'asta', 'next')");
        statement.execute("select pg_switch_wal()");
      }
      statement.execute("checkpoint");
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
