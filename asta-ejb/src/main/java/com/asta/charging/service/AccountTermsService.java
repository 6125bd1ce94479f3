package com.asta.charging.service;

import com.asta.charging.rules.PaymentMode;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Agrees how an account pays: prepaid, postpaid or hybrid, and up to which credit. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
public class AccountTermsService {
  private static final String SUBJECT = "ChargingAccount";

  private record Terms(String mode, BigDecimal creditLimit, boolean dated) {}

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Changes the terms from now on. A prepaid account has a life that recharges extend and no
   * credit; the others live as long as their subscription.
   *
   * @param creditLimit in the account's currency; zero for a prepaid one
   */
  public void change(long chargingAccountId, PaymentMode mode, BigDecimal creditLimit) {
    boolean prepaid = mode == PaymentMode.PREPAID;
    if (creditLimit.signum() < 0
        || creditLimit.scale() > 2
        || prepaid && creditLimit.signum() > 0) {
      throw new ChargingRefused(Reason.WRONG_AMOUNT, creditLimit);
    }
    try (Connection connection = database.getConnection()) {
      AccountBooks.lockOpen(connection, chargingAccountId);
      Terms before = read(connection, chargingAccountId);
      Sql.update(
          connection,
          "update charging.charging_account set payment_mode = ?, credit_limit = ? where id = ?",
          mode.name(),
          creditLimit,
          chargingAccountId);
      if (prepaid && !before.dated()) {
        AccountLife.begin(connection, chargingAccountId, OperatorZone.dayOf(clock.instant()));
      } else if (!prepaid && before.dated()) {
        AccountLife.endless(connection, chargingAccountId);
      }
      audit.change(SUBJECT, chargingAccountId, "paymentMode", before.mode(), mode.name());
      audit.change(
          SUBJECT,
          chargingAccountId,
          "creditLimit",
          plain(before.creditLimit()),
          plain(creditLimit));
    } catch (SQLException e) {
      throw new IllegalStateException("Terms of " + chargingAccountId + " failed", e);
    }
  }

  /**
   * Says below what the account's customer is warned.
   *
   * @param amount in the account's currency; null for the operator's levels
   */
  @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
  public void warnBelow(long chargingAccountId, BigDecimal amount) {
    if (amount != null && (amount.signum() < 0 || amount.scale() > 2)) {
      throw new ChargingRefused(Reason.WRONG_AMOUNT, amount);
    }
    List<BigDecimal> before =
        Sql.query(
            database,
            "update charging.charging_account set warn_below = ? where id = ?"
                + " returning old.warn_below",
            row -> row.getBigDecimal(1),
            amount,
            chargingAccountId);
    if (before.isEmpty()) {
      throw new ChargingRefused(Reason.UNKNOWN_ACCOUNT, chargingAccountId);
    }
    audit.change(SUBJECT, chargingAccountId, "warnBelow", plain(before.get(0)), plain(amount));
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? null : amount.stripTrailingZeros().toPlainString();
  }

  private static Terms read(Connection connection, long chargingAccountId) {
    return Sql.query(
            connection,
            "select payment_mode, credit_limit, active_until is not null"
                + " from charging.charging_account where id = ?",
            row -> new Terms(row.getString(1), row.getBigDecimal(2), row.getBoolean(3)),
            chargingAccountId)
        .get(0);
  }
}
