package com.asta.charging.service;

import com.asta.charging.rules.VoucherPin;
import com.asta.common.OperatorZone;
import com.asta.common.service.Outbox;
import com.asta.common.service.Secrets;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * One transaction of a lane. What is simple is decided on accounts as the lane remembers them, and
 * the update proves memory right; all else is decided on locked accounts. Balances, ledger and
 * answers are written by one statement each and committed once.
 */
@ApplicationScoped
public class ChargingBatch {
  private static final String PINS = "charging.voucher";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private TariffSnapshots tariffs;
  @Inject private BalanceThresholds thresholds;
  @Inject private Secrets secrets;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  private final SessionPolicy policy = SessionPolicy.ofServer();

  /** Work in one transaction. */
  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Decides tickets; what was decided is durable when this returns.
   *
   * @param memory what the lane remembers
   * @param doubt whether memory proved wrong or a request may have been answered before
   * @throws BatchChanges.Outdated if that turns out meanwhile; nothing has happened then
   */
  void settle(List<Ticket> tickets, LaneMemory memory, boolean doubt) {
    TariffSnapshot snapshot = tariffs.current();
    BalanceLevels levels = thresholds.current();
    Instant now = clock.instant();
    LocalDate today = OperatorZone.dayOf(now);
    BatchChanges changes = new BatchChanges();
    QuickDecisions quick = new QuickDecisions(snapshot, levels, now, today);
    List<Ticket> careful =
        transact(
            connection -> {
              if (!doubt) {
                Set<String> unread = quick.gather(tickets, memory);
                read(connection, unread, memory);
                quick.decide(unread, memory);
                quick.changes(changes);
              }
              List<Ticket> left = doubt ? tickets : quick.careful();
              if (!left.isEmpty()) {
                LockedBatch batch = new LockedBatch(connection, snapshot, now, today, changes);
                batch.load(left, doubt);
                decide(batch, left, levels);
              }
              write(connection, changes, now);
              return left;
            });
    quick.remember(memory);
    memory.forget(careful.stream().map(Ticket::number).toList());
    if (!changes.events().isEmpty()) {
      outbox.wake();
    }
  }

  /** Closes sessions that passed their expiry; tells how many accounts had some. */
  int expireSessions(int limit) {
    Instant now = clock.instant();
    BatchChanges changes = new BatchChanges();
    int accounts =
        transact(
            connection -> {
              List<Long> ids = SessionBooks.accountsOfExpired(connection, now, limit);
              if (!ids.isEmpty()) {
                LockedBatch batch =
                    new LockedBatch(
                        connection, tariffs.current(), now, OperatorZone.dayOf(now), changes);
                batch.loadExpired(ids);
                decide(batch, List.of(), thresholds.current());
                write(connection, changes, now);
              }
              return ids.size();
            });
    return accounts;
  }

  private static void read(Connection connection, Set<String> numbers, LaneMemory memory) {
    if (!numbers.isEmpty()) {
      memory.forget(numbers);
      ChargingBooks.read(connection, numbers).forEach(memory::put);
    }
  }

  private void decide(LockedBatch batch, Collection<Ticket> tickets, BalanceLevels levels) {
    ChargingDecisions decisions = new ChargingDecisions(batch, policy, this::pinHash);
    decisions.expireSessions();
    for (Ticket ticket : tickets) {
      ticket.decide(decisions.decide(ticket));
    }
    for (Holding holding : batch.holdings()) {
      if (holding.changed()) {
        LaneAccount account = holding.account();
        batch.changes().balance(account.id(), holding.balance(), -1);
        levels
            .crossed(account, holding.before(), holding.balance(), batch.now())
            .forEach(batch.changes()::event);
      }
    }
  }

  private void write(Connection connection, BatchChanges changes, Instant now) {
    changes.write(connection, now);
    outbox.publishAll(connection, changes.events());
  }

  private <T> T transact(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A batch of charging requests failed", e);
    }
  }

  /** What is stored instead of a PIN. */
  String pinHash(String pin) {
    String digits = VoucherPin.normalised(pin);
    return secrets.sign(PINS, digits == null ? pin : digits);
  }
}
