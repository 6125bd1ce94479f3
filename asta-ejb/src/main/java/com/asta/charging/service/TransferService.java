package com.asta.charging.service;

import com.asta.charging.rules.BalanceTransfer;
import com.asta.charging.rules.BalanceTransfer.Party;
import com.asta.charging.rules.BalanceTransfer.Policy;
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
import java.util.Map;
import javax.sql.DataSource;

/** Gives balance from one customer's account to another's. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
public class TransferService {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private BalanceNews news;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Gives an amount; the same key gives it once. The ledger entries of both sides and of the fee
   * bear the key.
   *
   * @param key 1 to 60 characters, chosen by the caller
   */
  public void transfer(String key, long giverId, long takerId, BigDecimal amount) {
    if (amount.scale() > 2) {
      throw new ChargingRefused(Reason.WRONG_AMOUNT, amount);
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      AccountBooks.queueUp(connection, key);
      if (done(connection, key, giverId, takerId, amount)) {
        return;
      }
      if (giverId == takerId) {
        throw new ChargingRefused(Reason.SAME_ACCOUNT);
      }
      Policy policy = BalancePolicies.read(connection).transfers();
      Map<Long, Locked> accounts = AccountBooks.lock(connection, List.of(giverId, takerId));
      Locked giver = accounts.get(giverId);
      Locked taker = accounts.get(takerId);
      check(connection, policy, giver, taker, amount, OperatorZone.dayOf(now));
      book(connection, key, giver, taker, amount, policy.fee(), now);
    } catch (SQLException e) {
      throw new IllegalStateException("Transfer " + key + " failed", e);
    }
  }

  private static void check(
      Connection connection,
      Policy policy,
      Locked giver,
      Locked taker,
      BigDecimal amount,
      LocalDate today) {
    BalanceTransfer.Refusal refusal =
        BalanceTransfer.refusal(
            policy, party(giver), party(taker), amount, given(connection, giver.id(), today));
    if (refusal == null) {
      return;
    }
    String currency = giver.currency();
    Object[] arguments =
        switch (refusal) {
          case SAME_ACCOUNT, OTHER_CURRENCY -> new Object[] {giver.currency(), taker.currency()};
          case GIVER_NOT_ACTIVE -> new Object[] {giver.serviceId()};
          case TAKER_NOT_ACTIVE -> new Object[] {taker.serviceId()};
          case AMOUNT_OUT_OF_RANGE ->
              new Object[] {
                Money.of(policy.minimum(), currency), Money.of(policy.maximum(), currency)
              };
          case DAILY_LIMIT -> new Object[] {Money.of(policy.dailyLimit(), currency)};
          case LOW_BALANCE ->
              new Object[] {
                Money.of(giver.available(), currency), Money.of(policy.fee(), currency)
              };
        };
    throw new ChargingRefused(Reason.valueOf(refusal.name()), arguments);
  }

  private void book(
      Connection connection,
      String key,
      Locked giver,
      Locked taker,
      BigDecimal amount,
      BigDecimal fee,
      Instant now) {
    Sql.update(
        connection,
        "insert into charging.transfer (transfer_key, giver_id, taker_id, amount, fee, currency,"
            + " made_on, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key,
        giver.id(),
        taker.id(),
        amount,
        fee,
        giver.currency(),
        OperatorZone.dayOf(now),
        user.name(),
        now);
    String kind = "TRANSFER";
    String to = "transfer-to:" + taker.serviceId();
    String from = "transfer-from:" + giver.serviceId();
    BigDecimal left =
        AccountBooks.post(connection, giver.id(), kind, amount.negate(), key, 1, to, now);
    AccountBooks.recharge(connection, taker, kind, amount, key, 2, from, now);
    if (fee.signum() > 0) {
      String cause = "transfer-fee:" + taker.serviceId();
      left = AccountBooks.post(connection, giver.id(), kind, fee.negate(), key, 3, cause, now);
    }
    news.balance(connection, giver, left, now);
    news.balance(connection, taker, taker.after(amount), now);
    audit.record(
        "ChargingAccount", giver.id(), "gave", null, null, amount + " → " + taker.serviceId());
    audit.record(
        "ChargingAccount", taker.id(), "received", null, null, amount + " ← " + giver.serviceId());
  }

  private static boolean done(
      Connection connection, String key, long giverId, long takerId, BigDecimal amount) {
    List<Boolean> same =
        Sql.query(
            connection,
            "select giver_id = ? and taker_id = ? and amount = ? from charging.transfer"
                + " where transfer_key = ?",
            row -> row.getBoolean(1),
            giverId,
            takerId,
            amount,
            key);
    if (same.contains(false)) {
      throw new ChargingRefused(Reason.KEY_TAKEN, key);
    }
    return !same.isEmpty();
  }

  private static BigDecimal given(Connection connection, long giverId, LocalDate today) {
    return Sql.query(
            connection,
            "select coalesce(sum(amount), 0) from charging.transfer"
                + " where giver_id = ? and made_on = ?",
            row -> row.getBigDecimal(1),
            giverId,
            today)
        .get(0);
  }

  private static Party party(Locked account) {
    return new Party(account.id(), account.currency(), account.active(), account.available());
  }
}
