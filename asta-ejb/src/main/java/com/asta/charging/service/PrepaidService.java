package com.asta.charging.service;

import com.asta.charging.model.ChargingAccount;
import com.asta.charging.model.ChargingAccountStatus;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingBooks.Entry;
import com.asta.charging.service.ChargingBooks.Key;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Prepaid accounts and their ledger (TMF654); balances change by charging and adjustments only. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
public class PrepaidService {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /**
   * Opens the prepaid account of a subscription; once it exists, nothing happens.
   *
   * @param number of the subscription, E.164 with or without plus
   * @return the account's id
   */
  @RolesAllowed(Roles.SYSTEM)
  public long open(
      long accountId, long subscriptionId, String number, String tariffCode, String currency) {
    String digits = HomeNetwork.digits(number);
    Sql.update(
        database,
        "update charging.charging_account set status = 'CLOSED' where service_id = ?"
            + " and closes_on <= ?",
        digits,
        today());
    Sql.update(
        database,
        "insert into charging.charging_account (account_id, subscription_id, service_id,"
            + " tariff_code, currency, status, opened_at)"
            + " values (?, ?, ?, ?, ?, 'ACTIVE', ?)"
            + " on conflict (subscription_id) do nothing",
        accountId,
        subscriptionId,
        digits,
        tariffCode,
        currency,
        clock.instant());
    return ofSubscription(subscriptionId)
        .map(PrepaidCard::id)
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_ACCOUNT, number));
  }

  /**
   * Changes a balance for a reason; the same key changes it once.
   *
   * @param kind OPENING or ADJUSTMENT
   * @param amount signed
   */
  @RolesAllowed({Roles.SYSTEM, Roles.OPERATOR, Roles.ADMIN})
  public void adjust(
      String key, long chargingAccountId, String kind, BigDecimal amount, String reason) {
    try (Connection connection = database.getConnection()) {
      List<Long> known =
          Sql.query(
              connection,
              "select 1 from charging.charging_account a where id = ? and not exists (select from"
                  + " charging.ledger_entry where session_id = ?) for update",
              row -> row.getLong(1),
              chargingAccountId,
              key);
      if (known.isEmpty()) {
        return;
      }
      BigDecimal after =
          Sql.query(
                  connection,
                  "update charging.charging_account set balance = balance + ? where id = ?"
                      + " returning balance",
                  row -> row.getBigDecimal(1),
                  amount,
                  chargingAccountId)
              .get(0);
      Entry entry =
          new Entry(
              chargingAccountId, kind, amount, after, new Key(key, 1), null, null, 0, null, reason);
      ChargingBooks.insert(connection, List.of(entry), clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("Adjustment of " + chargingAccountId + " failed", e);
    }
  }

  public PrepaidCard account(long chargingAccountId) {
    ChargingAccount account = em.find(ChargingAccount.class, chargingAccountId);
    if (account == null) {
      throw new ChargingRefused(Reason.UNKNOWN_ACCOUNT, chargingAccountId);
    }
    return PrepaidCard.of(account);
  }

  /** Prepaid accounts of financial accounts. */
  public List<PrepaidCard> ofAccounts(Collection<Long> accountIds) {
    if (accountIds.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select a from ChargingAccount a where a.accountId in :ids order by a.serviceId",
            ChargingAccount.class)
        .setParameter("ids", accountIds)
        .getResultStream()
        .map(PrepaidCard::of)
        .toList();
  }

  /** Accounts whose number contains the digits of {@code text}, by number. */
  public List<PrepaidCard> list(String text, int offset, int limit) {
    String digits = text == null ? "" : text.replaceAll("[^0-9]", "");
    return em.createQuery(
            "select a from ChargingAccount a where a.serviceId like :digits order by a.serviceId",
            ChargingAccount.class)
        .setParameter("digits", "%" + digits + "%")
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(PrepaidCard::of)
        .toList();
  }

  /** Changes of a balance, the newest first. */
  public List<LedgerRow> ledger(long chargingAccountId, int offset, int limit) {
    return Sql.query(
        database,
        "select e.id, e.at, e.kind, e.amount, e.balance_after, e.session_id, e.request_number,"
            + " e.service, e.destination, e.units, e.tariff_version_id, e.explanation, a.currency"
            + " from charging.ledger_entry e"
            + " join charging.charging_account a on a.id = e.charging_account_id"
            + " where e.charging_account_id = ? order by e.id desc offset ? limit ?",
        row ->
            new LedgerRow(
                row.getLong(1),
                Sql.instant(row, 2),
                row.getString(3),
                Money.of(row.getBigDecimal(4), row.getString(13)),
                Money.of(row.getBigDecimal(5), row.getString(13)),
                row.getString(6),
                row.getInt(7),
                row.getString(8) == null ? null : ServiceKind.valueOf(row.getString(8)),
                row.getString(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12)),
        chargingAccountId,
        offset,
        limit);
  }

  /** Whether the balance equals the sum of its entries. */
  public boolean balanced(long chargingAccountId) {
    return Sql.query(
            database,
            "select a.balance = coalesce((select sum(amount) from charging.ledger_entry"
                + " where charging_account_id = a.id and bucket_id is null), 0)"
                + " from charging.charging_account a where a.id = ?",
            row -> row.getBoolean(1),
            chargingAccountId)
        .stream()
        .allMatch(equal -> equal);
  }

  @RolesAllowed(Roles.SYSTEM)
  public void bar(long subscriptionId) {
    find(subscriptionId).ifPresent(ChargingAccount::bar);
  }

  @RolesAllowed(Roles.SYSTEM)
  public void unbar(long subscriptionId) {
    find(subscriptionId).ifPresent(ChargingAccount::unbar);
  }

  @RolesAllowed(Roles.SYSTEM)
  public void close(long subscriptionId, LocalDate on) {
    find(subscriptionId).ifPresent(account -> account.close(on, today()));
  }

  @RolesAllowed(Roles.SYSTEM)
  public void moveTo(long subscriptionId, String tariffCode) {
    find(subscriptionId).ifPresent(account -> account.moveTo(tariffCode));
  }

  private Optional<PrepaidCard> ofSubscription(long subscriptionId) {
    return find(subscriptionId)
        .filter(account -> account.getStatus() != ChargingAccountStatus.CLOSED)
        .map(PrepaidCard::of);
  }

  private Optional<ChargingAccount> find(long subscriptionId) {
    return em.createQuery(
            "select a from ChargingAccount a where a.subscriptionId = :id", ChargingAccount.class)
        .setParameter("id", subscriptionId)
        .getResultStream()
        .findFirst();
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
