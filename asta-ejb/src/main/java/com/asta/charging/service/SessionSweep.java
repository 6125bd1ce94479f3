package com.asta.charging.service;

import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Closes sessions that nobody ended, and forgets old answers and sessions: a request is not
 * repeated after {@code asta.charging.answers.days}.
 */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionSweep {
  private static final Logger LOG = Logger.getLogger(SessionSweep.class.getName());
  private static final int ACCOUNTS = 200;
  private static final int ROWS = 10_000;
  private static final int DAYS = ChargingSettings.count("answers.days", 14);

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private ChargingBatch batch;
  @Inject private Clock clock;

  private final AtomicBoolean running = new AtomicBoolean();

  /** Every ten seconds. */
  @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
  public void expire() {
    if (running.compareAndSet(false, true)) {
      try {
        while (batch.expireSessions(ACCOUNTS) == ACCOUNTS) {
          LOG.finest("There may be more expired sessions");
        }
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Expired sessions stay open until the next look", e);
      } finally {
        running.set(false);
      }
    }
  }

  /** At a quarter past three. */
  @Schedule(hour = "3", minute = "15", persistent = false)
  public void forget() {
    String answers =
        "delete from charging.charging_answer where (session_id, request_number) in (select"
            + " session_id, request_number from charging.charging_answer where at < ? limit ?)";
    String sessions =
        "delete from charging.charging_session where session_id in (select session_id"
            + " from charging.charging_session where state <> 'OPEN' and expires_at < ? limit ?)";
    LOG.info(() -> "Forgot " + delete(answers) + " answers and " + delete(sessions) + " sessions");
  }

  private int delete(String statement) {
    int sum = 0;
    int deleted;
    do {
      deleted = Sql.update(database, statement, clock.instant().minus(Duration.ofDays(DAYS)), ROWS);
      sum += deleted;
    } while (deleted == ROWS);
    return sum;
  }
}
