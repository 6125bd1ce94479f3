package com.asta.charging.service;

import com.asta.charging.rules.Bucket;
import com.asta.charging.rules.RechargeTarget;
import com.asta.charging.service.ChargingRefused.Reason;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Accounts as people's work changes them: locked in id order, then booked with an entry for each
 * change, in the transaction of a connection.
 */
final class AccountBooks {
  /** An account that nobody else changes until the commit. */
  record Locked(
      long id,
      long accountId,
      Long subscriptionId,
      String serviceId,
      String currency,
      String status,
      BigDecimal balance,
      BigDecimal reserved,
      boolean billed) {
    BigDecimal available() {
      return balance.subtract(reserved);
    }

    RechargeTarget rechargeTarget() {
      return RechargeTarget.of(billed, balance);
    }

    /** The main balance after a recharge. */
    BigDecimal after(BigDecimal recharge) {
      return rechargeTarget() == RechargeTarget.BALANCE ? balance.add(recharge) : balance;
    }

    boolean active() {
      return "ACTIVE".equals(status);
    }
  }

  private AccountBooks() {}

  /** Locks one account that is not closed. */
  static Locked lockOpen(Connection connection, long chargingAccountId) {
    Locked account = lock(connection, List.of(chargingAccountId)).get(chargingAccountId);
    if ("CLOSED".equals(account.status())) {
      throw new ChargingRefused(Reason.ACCOUNT_CLOSED, account.serviceId());
    }
    return account;
  }

  /** Locks accounts in id order; refuses unknown ones. */
  static Map<Long, Locked> lock(Connection connection, Collection<Long> ids) {
    Map<Long, Locked> found = new LinkedHashMap<>();
    Sql.query(
            connection,
            "select id, account_id, subscription_id, service_id, currency, status, balance, reserved,"
                + " payment_mode <> 'PREPAID' from charging.charging_account where id = any (?) order by id for update",
            row ->
                new Locked(
                    row.getLong(1),
                    row.getLong(2),
                    Sql.longOrNull(row, 3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getBigDecimal(7),
                    row.getBigDecimal(8),
                    row.getBoolean(9)),
            Sql.ArrayOf.bigints(new TreeSet<>(ids)))
        .forEach(account -> found.put(account.id(), account));
    for (Long id : ids) {
      if (!found.containsKey(id)) {
        throw new ChargingRefused(Reason.UNKNOWN_ACCOUNT, id);
      }
    }
    return found;
  }

  /** Makes callers with the same key wait for each other until the commit. */
  static void queueUp(Connection connection, String key) {
    Sql.query(
        connection,
        "select pg_advisory_xact_lock(hashtextextended(?, 0))::text",
        row -> row.getString(1),
        key);
  }

  /**
   * Adds a recharge to a locked account, where {@link RechargeTarget} says, and writes its entry.
   *
   * @return what the balance, or the bucket, holds after it
   */
  static BigDecimal recharge(
      Connection connection,
      Locked account,
      String kind,
      BigDecimal amount,
      String key,
      int number,
      String cause,
      Instant now) {
    if (account.rechargeTarget() == RechargeTarget.BALANCE) {
      return post(connection, account.id(), kind, amount, key, number, cause, now);
    }
    Bucket bucket = BucketBooks.money(connection, account.id(), amount, cause, now);
    Sql.update(
        connection,
        "insert into charging.ledger_entry (charging_account_id, bucket_id, at, kind, amount,"
            + " balance_after, session_id, request_number, explanation)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        account.id(),
        bucket.id(),
        now,
        kind,
        amount,
        amount,
        key,
        number,
        cause);
    Sql.update(
        connection,
        "update charging.charging_account set version = version + 1 where id = ?",
        account.id());
    return amount;
  }

  /**
   * Changes the main balance of a locked account and writes its entry.
   *
   * @param key names the change together with {@code number}; unique over the ledger
   * @return the balance after it
   */
  static BigDecimal post(
      Connection connection,
      long chargingAccountId,
      String kind,
      BigDecimal amount,
      String key,
      int number,
      String cause,
      Instant now) {
    return Sql.query(
            connection,
            "with a as (update charging.charging_account set balance = balance + ? where id = ?"
                + " returning id, balance) insert into charging.ledger_entry (charging_account_id,"
                + " at, kind, amount, balance_after, session_id, request_number, explanation)"
                + " select id, ?, ?, ?, balance, ?, ?, ? from a returning balance_after",
            row -> row.getBigDecimal(1),
            amount,
            chargingAccountId,
            now,
            kind,
            amount,
            key,
            number,
            cause)
        .get(0);
  }
}
