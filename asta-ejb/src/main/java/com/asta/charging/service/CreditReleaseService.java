package com.asta.charging.service;

import com.asta.charging.rules.CreditRelease;
import com.asta.charging.service.AccountBooks.Locked;
import com.asta.common.OperatorZone;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Gives credit back that issued bills took. The accounts are locked in id order, as the lanes lock
 * theirs, so neither waits for the other in a circle; the new version of their rows tells the lanes
 * that what they remember is old. A bill gives back once: its key is unique over the ledger, and is
 * looked up while the account is locked.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class CreditReleaseService {
  private record Release(Locked account, BilledUsage bill, BigDecimal amount, BigDecimal after) {}

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private BalanceNews news;
  @Inject private Clock clock;

  /** Releases the credit of many bills; those without a charging account in debt cost one query. */
  public void release(List<BilledUsage> bills) {
    try (Connection connection = database.getConnection()) {
      List<Long> indebted = indebted(connection, bills);
      if (!indebted.isEmpty()) {
        release(connection, bills, indebted);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Release of credit of " + bills.size() + " failed", e);
    }
  }

  private static List<Long> indebted(Connection connection, List<BilledUsage> bills) {
    return Sql.query(
        connection,
        "select id from charging.charging_account where subscription_id = any (?)"
            + " and payment_mode <> 'PREPAID' and balance < 0",
        row -> row.getLong(1),
        Sql.ArrayOf.each("bigint", bills, BilledUsage::subscriptionId));
  }

  private void release(Connection connection, List<BilledUsage> bills, List<Long> ids) {
    Map<Long, Locked> accounts = new HashMap<>();
    AccountBooks.lock(connection, ids)
        .values()
        .forEach(account -> accounts.put(account.subscriptionId(), account));
    Set<String> known = known(connection, bills);
    List<BilledUsage> open =
        bills.stream()
            .filter(bill -> accounts.containsKey(bill.subscriptionId()))
            .filter(bill -> !known.contains(bill.key()))
            .sorted(Comparator.comparing(BilledUsage::until).thenComparingLong(BilledUsage::billId))
            .toList();
    Map<String, BigDecimal> later = later(connection, open, accounts);
    Map<Long, BigDecimal> balances = new TreeMap<>();
    List<Release> releases = new ArrayList<>();
    for (BilledUsage bill : open) {
      Locked account = accounts.get(bill.subscriptionId());
      BigDecimal balance = balances.getOrDefault(account.id(), account.balance());
      BigDecimal amount =
          account.currency().equals(bill.currency())
              ? CreditRelease.of(
                  balance, bill.amount(), later.getOrDefault(bill.key(), BigDecimal.ZERO))
              : BigDecimal.ZERO;
      if (amount.signum() > 0) {
        balances.put(account.id(), balance.add(amount));
        releases.add(new Release(account, bill, amount, balance.add(amount)));
      }
    }
    book(connection, releases, balances);
  }

  private static Set<String> known(Connection connection, List<BilledUsage> bills) {
    return new HashSet<>(
        Sql.query(
            connection,
            "select session_id from charging.ledger_entry where session_id = any (?)",
            row -> row.getString(1),
            Sql.ArrayOf.each("text", bills, BilledUsage::key)));
  }

  /** What was used on credit after the bills' periods, by the bills' keys. */
  private static Map<String, BigDecimal> later(
      Connection connection, List<BilledUsage> bills, Map<Long, Locked> accounts) {
    record Later(String key, BigDecimal amount) {}
    Map<String, BigDecimal> later = new HashMap<>();
    Sql.query(
            connection,
            "select b.key, sum(u.rated) from unnest(?, ?, ?, ?) b (key, account, line, since)"
                + " join charging.usage_record u on u.account_id = b.account"
                + " and u.subscription_id = b.line and u.source = ? and u.event_time >= b.since"
                + " group by b.key",
            row -> new Later(row.getString(1), row.getBigDecimal(2)),
            Sql.ArrayOf.each("text", bills, BilledUsage::key),
            Sql.ArrayOf.each(
                "bigint", bills, bill -> accounts.get(bill.subscriptionId()).accountId()),
            Sql.ArrayOf.each("bigint", bills, BilledUsage::subscriptionId),
            Sql.ArrayOf.each(
                "timestamptz",
                bills,
                bill -> bill.until().atStartOfDay(OperatorZone.ID).toInstant()),
            DrawBooking.SOURCE)
        .forEach(each -> later.put(each.key(), each.amount()));
    return later;
  }

  private void book(Connection connection, List<Release> releases, Map<Long, BigDecimal> balances) {
    if (releases.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Sql.update(
        connection,
        "update charging.charging_account a set balance = b.balance"
            + " from unnest(?, ?) b (id, balance) where a.id = b.id",
        Sql.ArrayOf.bigints(balances.keySet()),
        Sql.ArrayOf.each("numeric", balances.values(), balance -> balance));
    Sql.update(
        connection,
        "insert into charging.ledger_entry (charging_account_id, at, kind, amount, balance_after,"
            + " session_id, request_number, explanation)"
            + " select id, ?, 'BILLED', amount, balance, key, 1, 'bill:' || invoice"
            + " from unnest(?, ?, ?, ?, ?) r (id, amount, balance, key, invoice)",
        now,
        Sql.ArrayOf.each("bigint", releases, release -> release.account().id()),
        Sql.ArrayOf.each("numeric", releases, Release::amount),
        Sql.ArrayOf.each("numeric", releases, Release::after),
        Sql.ArrayOf.each("text", releases, release -> release.bill().key()),
        Sql.ArrayOf.each("text", releases, release -> release.bill().invoice()));
    Map<Locked, BigDecimal> changed = new HashMap<>();
    releases.forEach(
        release -> changed.put(release.account(), balances.get(release.account().id())));
    news.balances(connection, changed, now);
  }
}
