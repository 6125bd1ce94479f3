package com.asta.charging;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What benches of charging are measured against: an account's balance updated and a ledger row
 * inserted by one statement with one commit of its own, on one, eight and 32 connections.
 */
public final class PlainPostgres {
  /** Name of the reference in the table. */
  public static final String NAME = "plain PostgreSQL: one debit a commit; best of 1 8 32";

  private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
  private static final AtomicLong KEYS = new AtomicLong(System.currentTimeMillis() * 1_000);
  private static final String DEBIT =
      "with moved as (update bench.plain_account set balance = balance - ?"
          + " where id = ? and balance >= ? returning id, balance)"
          + " insert into bench.plain_ledger"
          + " (account_id, amount, balance_after, session_id, request_number)"
          + " select id, ?, balance, ?, 1 from moved";

  /** Where connections come from. */
  public interface Source {
    Connection connect() throws SQLException;
  }

  private final Source source;
  private final int accounts;

  private PlainPostgres(Source source, int accounts) {
    this.source = source;
    this.accounts = accounts;
  }

  /** Makes the tables anew. */
  public static PlainPostgres of(Source source, int accounts) throws SQLException {
    try (Connection connection = source.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists bench cascade");
      statement.execute("create schema bench");
      statement.execute(
          "create table bench.plain_account (id bigint primary key,"
              + " balance numeric(19,4) not null) with (fillfactor = 50)");
      statement.execute(
          "create table bench.plain_ledger (id bigint generated always as identity primary key,"
              + " account_id bigint not null, at timestamptz not null default now(),"
              + " amount numeric(19,4) not null, balance_after numeric(19,4) not null,"
              + " session_id varchar(64) not null, request_number integer not null,"
              + " unique (session_id, request_number))");
      statement.execute(
          "insert into bench.plain_account select i, 1000000 from generate_series(1, %d) i"
              .formatted(accounts));
      statement.execute("analyze bench.plain_account");
    }
    return new PlainPostgres(source, accounts);
  }

  /** Durable debits a second on the best number of connections. */
  public double debitsPerSecond(Duration each) throws SQLException, InterruptedException {
    double best = 0;
    for (int connections : CONNECTIONS) {
      best = Math.max(best, debitsPerSecond(connections, each));
    }
    return best;
  }

  /** Durable debits a second. */
  public double debitsPerSecond(int connections, Duration time)
      throws SQLException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    List<Connection> open = new ArrayList<>();
    try {
      List<Callable<Long>> workers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Connection connection = source.connect();
        open.add(connection);
        workers.add(() -> debit(connection, time));
      }
      long done = 0;
      long begin = System.nanoTime();
      for (Future<Long> worker : threads.invokeAll(workers)) {
        done += worker.get();
      }
      return done * 1e9 / (System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } finally {
      threads.shutdownNow();
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  /** Milliseconds of single debits on one connection, the quickest first. */
  public double[] commitMillis(int debits) throws SQLException {
    double[] millis = new double[debits];
    try (Connection connection = source.connect();
        PreparedStatement statement = connection.prepareStatement(DEBIT)) {
      for (int i = 0; i < debits; i++) {
        long begin = System.nanoTime();
        debit(statement);
        millis[i] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis;
  }

  private long debit(Connection connection, Duration time) throws SQLException {
    long end = System.nanoTime() + time.toNanos();
    long done = 0;
    try (PreparedStatement statement = connection.prepareStatement(DEBIT)) {
      while (System.nanoTime() < end) {
        debit(statement);
        done++;
      }
    }
    return done;
  }

  private void debit(PreparedStatement statement) throws SQLException {
    statement.setBigDecimal(1, BigDecimal.ONE);
    statement.setLong(2, ThreadLocalRandom.current().nextLong(1, accounts + 1L));
    statement.setBigDecimal(3, BigDecimal.ONE);
    statement.setBigDecimal(4, BigDecimal.ONE.negate());
    statement.setString(5, "plain-" + KEYS.incrementAndGet());
    if (statement.executeUpdate() != 1) {
      throw new SQLException("A plain account has run dry");
    }
  }
}
