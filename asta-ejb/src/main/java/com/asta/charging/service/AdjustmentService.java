package com.asta.charging.service;

import com.asta.charging.rules.FourEyes;
import com.asta.charging.service.AccountBooks.Locked;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * Adjusts balances and grants buckets for a reason. What one person gives or takes on one account
 * in one day above the limit waits for a second person.
 */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
public class AdjustmentService {
  private static final String SUBJECT = "ChargingAccount";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private Adjustments adjustments;
  @Inject private BalanceNews news;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Books an adjustment, or leaves it waiting for a second person; the same key is taken once.
   *
   * @return what became of it
   */
  public AdjustmentRow request(NewAdjustment wish) {
    check(wish);
    Instant now = clock.instant();
    LocalDate today = OperatorZone.dayOf(now);
    try (Connection connection = database.getConnection()) {
      AccountBooks.queueUp(connection, wish.key());
      AdjustmentRow known = Adjustments.known(connection, wish.key());
      if (known != null) {
        return known;
      }
      Locked account = AccountBooks.lockOpen(connection, wish.chargingAccountId());
      boolean waits = secondPersonNeeded(connection, wish, today);
      long id = Adjustments.add(connection, wish, account.currency(), user.name(), now, today);
      audit.record(
          SUBJECT,
          account.id(),
          waits ? "adjustment requested" : "adjusted",
          wish.reason().name(),
          null,
          wish.size().toPlainString() + " " + wish.note());
      if (!waits) {
        Adjustments.decide(connection, id, "BOOKED", user.name(), null, now);
        book(connection, account, Adjustments.find(connection, id), wish.size(), now);
      }
      return Adjustments.find(connection, id);
    } catch (SQLException e) {
      throw new IllegalStateException("Adjustment " + wish.key() + " failed", e);
    }
  }

  /** Books what another person asked for. */
  @RolesAllowed({Roles.SYSTEM, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
  public void approve(long id) {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      AdjustmentRow row = Adjustments.find(connection, id);
      if (row.requestedBy().equals(user.name())) {
        throw new ChargingRefused(Reason.OWN_ADJUSTMENT, id);
      }
      Locked account = AccountBooks.lockOpen(connection, row.chargingAccountId());
      Adjustments.decide(connection, id, "BOOKED", user.name(), null, now);
      BigDecimal size = row.bucket() == null ? row.amount().amount() : row.bucket().amount();
      book(connection, account, row, size, now);
      audit.record(
          SUBJECT, account.id(), "approved", row.reason().name(), null, size.toPlainString());
    } catch (SQLException e) {
      throw new IllegalStateException("Approval of adjustment " + id + " failed", e);
    }
  }

  /** Ends a request without booking it; the requester may do so too. */
  public void reject(long id, String words) {
    try (Connection connection = database.getConnection()) {
      AdjustmentRow row = Adjustments.find(connection, id);
      boolean own = row.requestedBy().equals(user.name());
      if (!own && !mayDecide()) {
        throw new ChargingRefused(Reason.NOT_YOURS);
      }
      Adjustments.decide(connection, id, "REJECTED", user.name(), words, clock.instant());
      audit.record(SUBJECT, row.chargingAccountId(), "rejected", row.reason().name(), null, words);
    } catch (SQLException e) {
      throw new IllegalStateException("Rejection of adjustment " + id + " failed", e);
    }
  }

  /** Newest first; null status and null account mean any. */
  public List<AdjustmentRow> list(String status, Long chargingAccountId, int offset, int limit) {
    return adjustments.list(status, chargingAccountId, offset, limit);
  }

  private boolean secondPersonNeeded(Connection connection, NewAdjustment wish, LocalDate today) {
    if (wish.bucket() != null && wish.bucket().units() || user.isInRole(Roles.SYSTEM)) {
      return false;
    }
    BigDecimal sameDay =
        Adjustments.sameDay(connection, wish.chargingAccountId(), user.name(), today);
    BigDecimal limit = BalancePolicies.read(connection).adjustmentLimit();
    return FourEyes.needed(wish.size(), sameDay, limit);
  }

  private void book(
      Connection connection, Locked account, AdjustmentRow row, BigDecimal size, Instant now) {
    String key = "adjustment-" + row.id();
    String cause = "adjustment:" + row.reason() + ":" + row.note();
    if (row.bucket() != null) {
      Buckets.grant(connection, account.id(), row.bucket(), key, cause, now);
      return;
    }
    if (size.signum() < 0 && account.available().add(size).signum() < 0) {
      throw new ChargingRefused(
          Reason.ADJUSTMENT_BELOW_ZERO, Money.of(account.available(), account.currency()));
    }
    BigDecimal after =
        AccountBooks.post(connection, account.id(), "ADJUSTMENT", size, key, 1, cause, now);
    news.balance(connection, account, after, now);
  }

  private boolean mayDecide() {
    return user.isInRole(Roles.BILLING)
        || user.isInRole(Roles.OPERATOR)
        || user.isInRole(Roles.ADMIN)
        || user.isInRole(Roles.SYSTEM);
  }

  private static void check(NewAdjustment wish) {
    if (wish.bucket() != null && !wish.bucket().isWhole()) {
      throw new ChargingRefused(Reason.WRONG_BUCKET);
    }
    boolean money = wish.bucket() == null;
    if (money && (wish.amount().signum() == 0 || wish.amount().scale() > 2)) {
      throw new ChargingRefused(Reason.WRONG_AMOUNT, wish.amount());
    }
  }
}
