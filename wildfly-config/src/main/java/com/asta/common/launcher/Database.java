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

  /**
   * What it is for: whether a commit must survive a power cut, how much of the data it keeps in
   * memory, and how much log it writes between two checkpoints, all of whose files may exist before
   * they are needed.
   */
  public enum Purpose {
    /** Tests: nothing has to last. */
    TEST(false, 0, "256MB", "2GB"),
    /** Tests that kill. */
    CRASH(true, 0, "256MB", "2GB"),
    /** One person's work. */
    HOME(true, 64, "256MB", "2GB"),
    /** Production's load for some minutes. */
    LOAD(true, 512, "1GB", "16GB");

    private final String durable;
    private final int logFiles;
    private final String buffers;
    private final String mostLog;

    Purpose(boolean durable, int logFiles, String buffers, String mostLog) {
      this.durable = durable ? "on" : "off";
      this.logFiles = logFiles;
      this.buffers = buffers;
      this.mostLog = mostLog;
    }
  }

  private final EmbeddedPostgres postgres;

  private Database(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts on the data of this folder, or on a fresh database when there is none yet. */
  public static Database start(Path directory, int port, Purpose purpose)
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
            .setServerConfig("fsync", purpose.durable)
            .setServerConfig("synchronous_commit", purpose.durable)
            .setServerConfig("full_page_writes", purpose.durable)
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", purpose.buffers)
            .setServerConfig("min_wal_size", Math.max(64, purpose.logFiles) * 16 + "MB")
            .setServerConfig("max_wal_size", purpose.mostLog)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
            .start();
    Database database = new Database(postgres);
    if (database.createIfMissing() && purpose.logFiles > 0) {
      database.prepareLog(purpose.logFiles);
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
