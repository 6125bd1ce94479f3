package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingService;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/** Charging accounts made by plain SQL, for tests of the engine: 0.30 a started minute. */
@ApplicationScoped
public class PrepaidTown {
  /** An account that is charged by its number. */
  public record Line(long id, long accountId, String number) {}

  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() / 1000 % 1_000_000_000);

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private ChargingService charging;
  @Inject private MobileTown mobiles;

  private String tariff;

  /**
   * An account with a tariff of its own kind; extra columns as SQL, such as {@code "credit_limit =
   * 5"}.
   */
  public Line open(String balance, String... changes) {
    long serial = NEXT.incrementAndGet();
    String number = "4850" + String.format("%09d", serial % 1_000_000_000).substring(2);
    long id =
        number(
            "insert into charging.charging_account (account_id, subscription_id, service_id,"
                + " tariff_code, currency, balance, status, opened_at)"
                + " values (?, ?, ?, ?, 'PLN', ?, 'ACTIVE', now()) returning id",
            -serial,
            -serial,
            number,
            tariff(),
            new BigDecimal(balance));
    run(
        "insert into charging.ledger_entry (charging_account_id, at, kind, amount, balance_after,"
            + " session_id, request_number, explanation) values (?, now(), 'OPENING', ?, ?, ?, 1, '')",
        id,
        new BigDecimal(balance),
        new BigDecimal(balance),
        "open-" + id);
    for (String change : changes) {
      run("update charging.charging_account set " + change + " where id = ?", id);
    }
    return new Line(id, -serial, number);
  }

  /** A shared account. */
  long group() {
    return number(
        "insert into charging.charging_account (account_id, currency, status, opened_at, name)"
            + " values (?, 'PLN', 'ACTIVE', now(), 'Test') returning id",
        -NEXT.incrementAndGet());
  }

  /** A bucket; without a unit of money. */
  long bucket(
      long accountId, String unit, String amount, int priority, String service, String... zones) {
    try (Connection connection = database.getConnection()) {
      Array codes = connection.createArrayOf("text", zones);
      long id =
          number(
              "insert into charging.bucket (charging_account_id, kind, unit, amount, valid_from,"
                  + " priority, service, zones, origin)"
                  + " values (?, ?, ?, ?, now() - interval '1 day', ?, ?, ?, 'test') returning id",
              accountId,
              unit == null ? "MONEY" : "UNITS",
              unit,
              new BigDecimal(amount),
              priority,
              service,
              codes);
      run(
          "insert into charging.ledger_entry (charging_account_id, bucket_id, unit, at, kind,"
              + " amount, balance_after, session_id, request_number, explanation)"
              + " values (?, ?, ?, now(), 'OPENING', ?, ?, ?, 1, '')",
          accountId,
          id,
          unit,
          new BigDecimal(amount),
          new BigDecimal(amount),
          "bucket-" + id);
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized String tariff() {
    if (tariff == null) {
      tariff = mobiles.tariff(true);
    }
    return tariff;
  }

  ChargingAnswer handle(ChargingRequest request) {
    return system.call(() -> charging.handle(request));
  }

  public Granted granted(ChargingRequest request) {
    return assertInstanceOf(Granted.class, handle(request));
  }

  public void refused(Reason reason, ChargingRequest request) {
    assertEquals(reason, assertInstanceOf(Refused.class, handle(request)).reason());
  }

  /** How many of so many concurrent requests are granted; numbers begin with 1. */
  public int race(int callers, IntFunction<ChargingRequest> requests) throws Exception {
    List<Future<ChargingAnswer>> answers = new ArrayList<>();
    for (int i = 1; i <= callers; i++) {
      ChargingRequest request = requests.apply(i);
      answers.add(executor.submit(() -> handle(request)));
    }
    int granted = 0;
    for (Future<ChargingAnswer> answer : answers) {
      granted += answer.get() instanceof Granted ? 1 : 0;
    }
    return granted;
  }

  public BigDecimal balance(Line line) {
    return amount("select balance from charging.charging_account where id = ?", line.id());
  }

  BigDecimal reserved(Line line) {
    return amount("select reserved from charging.charging_account where id = ?", line.id());
  }

  BigDecimal inBucket(long bucket) {
    return amount("select amount from charging.bucket where id = ?", bucket);
  }

  /** Balances and buckets equal their entries, and what is reserved is held by open sessions. */
  public void assertBalanced(long accountId) {
    assertEquals(
        0,
        number(
            "select count(*) from charging.charging_account a where a.id = ? and (a.balance <>"
                + " coalesce((select sum(amount) from charging.ledger_entry e where"
                + " e.charging_account_id = a.id and e.bucket_id is null), 0) or a.reserved <>"
                + " coalesce((select sum(s.reserved) from charging.charging_session s where"
                + " s.charging_account_id = a.id and s.state = 'OPEN'), 0))",
            accountId));
    assertEquals(
        0,
        number(
            "select count(*) from charging.bucket b where charging_account_id = ? and amount <>"
                + " (select sum(amount) from charging.ledger_entry e where e.bucket_id = b.id)",
            accountId));
  }

  public long number(String sql, Object... arguments) {
    return amount(sql, arguments).longValueExact();
  }

  public BigDecimal amount(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, arguments);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getBigDecimal(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public void run(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, arguments)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      statement.setObject(i + 1, argument instanceof Instant at ? Timestamp.from(at) : argument);
    }
    return statement;
  }
}
