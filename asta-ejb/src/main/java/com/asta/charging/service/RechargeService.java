package com.asta.charging.service;

import com.asta.charging.rules.GuessThrottle;
import com.asta.charging.rules.RechargeTarget;
import com.asta.charging.service.AccountBooks.Locked;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Recharges accounts by voucher or by payment (TMF654 top-up). */
@Stateless
@RolesAllowed({
  Roles.SYSTEM,
  Roles.AGENT,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.OPERATOR,
  Roles.ADMIN
})
public class RechargeService {
  /** Staff type the PINs of many customers. */
  private static final int STAFF_PATIENCE = 10;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private ChargingService charging;
  @Inject private BalanceNews news;
  @Inject private SystemCaller system;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Uses a voucher up for a number. Wrong PINs are counted for the account and for the login; after
   * too many of them the answer is TOO_MANY_TRIES, its detail the instant when one may go on.
   *
   * @param session names this recharge together with {@code number}: repeated, it happens once
   */
  @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.OPERATOR, Roles.ADMIN, Roles.CUSTOMER})
  public ChargingAnswer byVoucher(String session, int number, String subscriber, String pin) {
    Instant now = clock.instant();
    String login = PinTries.login(user.name());
    try (Connection connection = database.getConnection()) {
      GuessThrottle.Policy policy = patience(BalancePolicies.read(connection).guessing());
      Instant open = PinTries.closedUntil(connection, login, now, policy);
      if (open != null) {
        return new ChargingAnswer.Refused(
            session, number, Reason.TOO_MANY_TRIES, open.toString(), null);
      }
      ChargingAnswer answer =
          system.call(
              () -> charging.handle(ChargingRequest.topUp(session, number, subscriber, pin)));
      if (answer instanceof ChargingAnswer.Granted) {
        PinTries.right(connection, login);
      } else if (((ChargingAnswer.Refused) answer).reason() == Reason.VOUCHER_UNKNOWN) {
        PinTries.wrong(connection, login, now, policy);
      }
      return answer;
    } catch (SQLException e) {
      throw new IllegalStateException("Recharge of " + subscriber + " failed", e);
    }
  }

  /**
   * Adds what a customer paid; the same payment is added once.
   *
   * @return what the balance holds after it, or the bucket that {@link RechargeTarget} chose
   */
  public BigDecimal byPayment(PaymentRecharge payment) {
    if (payment.amount().signum() <= 0 || payment.amount().scale() > 2) {
      throw new ChargingRefused(ChargingRefused.Reason.WRONG_AMOUNT, payment.amount());
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      AccountBooks.queueUp(connection, payment.key());
      BigDecimal before = before(connection, payment);
      if (before != null) {
        return before;
      }
      Locked account = AccountBooks.lockOpen(connection, payment.chargingAccountId());
      if (!account.currency().equals(payment.currency())) {
        throw new ChargingRefused(
            ChargingRefused.Reason.OTHER_CURRENCY, account.currency(), payment.currency());
      }
      BigDecimal after =
          AccountBooks.recharge(
              connection,
              account,
              "PAYMENT",
              payment.amount(),
              payment.key(),
              1,
              "payment:" + payment.source() + ":" + payment.reference(),
              now);
      news.balance(connection, account, account.after(payment.amount()), now);
      news.status(
          account,
          AccountLife.recharged(
              connection, account.id(), payment.amount(), OperatorZone.dayOf(now)),
          now);
      audit.record(
          "ChargingAccount",
          account.id(),
          "recharged",
          payment.source(),
          payment.reference(),
          payment.amount().toPlainString());
      return after;
    } catch (SQLException e) {
      throw new IllegalStateException("Recharge by payment " + payment.key() + " failed", e);
    }
  }

  /** What the same payment led to before; null if it is new. */
  private static BigDecimal before(Connection connection, PaymentRecharge payment) {
    record Booked(long accountId, BigDecimal amount, BigDecimal after) {}
    List<Booked> known =
        Sql.query(
            connection,
            "select charging_account_id, amount, balance_after from charging.ledger_entry"
                + " where session_id = ? and request_number = 1",
            row -> new Booked(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3)),
            payment.key());
    if (known.isEmpty()) {
      return null;
    }
    Booked booked = known.get(0);
    if (booked.accountId() != payment.chargingAccountId()
        || booked.amount().compareTo(payment.amount()) != 0) {
      throw new ChargingRefused(ChargingRefused.Reason.KEY_TAKEN, payment.reference());
    }
    return booked.after();
  }

  private GuessThrottle.Policy patience(GuessThrottle.Policy policy) {
    return user.isInRole(Roles.CUSTOMER)
        ? policy
        : new GuessThrottle.Policy(policy.tries() * STAFF_PATIENCE, policy.period());
  }
}
