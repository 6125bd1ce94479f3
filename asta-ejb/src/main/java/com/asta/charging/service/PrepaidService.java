package com.asta.charging.service;

import com.asta.charging.model.ChargingAccount;
import com.asta.charging.model.ChargingAccountStatus;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.charging.service.Sql.ArrayOf;
import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import com.asta.products.service.SubscriptionService;
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
import java.util.Set;
import javax.sql.DataSource;

/** Prepaid accounts and their ledger (TMF654); balances change by charging and adjustments only. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
public class PrepaidService {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PersistenceContext private EntityManager em;
  @Inject private Buckets buckets;
  @Inject private SubscriptionService subscriptions;
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
    try (Connection connection = database.getConnection()) {
      Sql.query(
              connection,
              "insert into charging.charging_account (account_id, subscription_id, service_id,"
                  + " tariff_code, currency, status, opened_at)"
                  + " values (?, ?, ?, ?, ?, 'ACTIVE', ?)"
                  + " on conflict (subscription_id) do nothing returning id",
              row -> row.getLong(1),
              accountId,
              subscriptionId,
              digits,
              tariffCode,
              currency,
              clock.instant())
          .forEach(id -> AccountLife.begin(connection, id, today()));
    } catch (SQLException e) {
      throw new IllegalStateException("Account of " + number + " failed", e);
    }
    return ofSubscription(subscriptionId)
        .map(PrepaidCard::id)
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_ACCOUNT, number));
  }

  /**
   * Changes a balance without a person; the same key changes it once.
   *
   * @param kind OPENING or ADJUSTMENT
   * @param amount signed
   */
  @RolesAllowed(Roles.SYSTEM)
  public void adjust(
      String key, long chargingAccountId, String kind, BigDecimal amount, String reason) {
    try (Connection connection = database.getConnection()) {
      AccountBooks.queueUp(connection, key);
      AccountBooks.lockOpen(connection, chargingAccountId);
      boolean fresh =
          Sql.query(
                  connection,
                  "select 1 from charging.ledger_entry where session_id = ?",
                  row -> row.getInt(1),
                  key)
              .isEmpty();
      if (fresh) {
        AccountBooks.post(
            connection, chargingAccountId, kind, amount, key, 1, reason, clock.instant());
      }
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

  /** The account that a number, typed as people do, has now. */
  public PrepaidCard ofNumber(String number) {
    return em.createQuery(
            "select a from ChargingAccount a where a.serviceId = :digits and a.status <> :closed",
            ChargingAccount.class)
        .setParameter("digits", String.valueOf(HomeNetwork.digits(number)))
        .setParameter("closed", ChargingAccountStatus.CLOSED)
        .getResultStream()
        .findFirst()
        .map(PrepaidCard::of)
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_ACCOUNT, number));
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
    return list(text, null, offset, limit);
  }

  /** As {@link #list(String, int, int)}, of one status; null for all. */
  public List<PrepaidCard> list(String text, ChargingAccountStatus status, int offset, int limit) {
    String digits = text == null ? "" : text.replaceAll("[^0-9]", "");
    return em.createQuery(
            "select a from ChargingAccount a where a.serviceId like :digits"
                + " and a.status in :statuses order by a.serviceId",
            ChargingAccount.class)
        .setParameter("digits", "%" + digits + "%")
        .setParameter(
            "statuses", status == null ? List.of(ChargingAccountStatus.values()) : List.of(status))
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(PrepaidCard::of)
        .toList();
  }

  /** Buckets that accounts and their groups can still use, in the order of use. */
  public List<BucketRow> buckets(Collection<Long> chargingAccountIds) {
    return buckets.of(chargingAccountIds, clock.instant());
  }

  /** Changes of a balance and its buckets, the newest first. */
  public List<LedgerRow> ledger(long chargingAccountId, int offset, int limit) {
    return ledger(LedgerQuery.of(chargingAccountId), offset, limit);
  }

  /** As {@link #ledger(long, int, int)}, of some kind or time. */
  public List<LedgerRow> ledger(LedgerQuery query, int offset, int limit) {
    return LedgerEntries.list(database, query, offset, limit);
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

  /**
   * Bars the accounts of subscriptions that are barred now and frees those of the others. Who was
   * told that something changed may be told late or out of order: what holds is asked under the
   * accounts' locks.
   */
  @RolesAllowed(Roles.SYSTEM)
  public void followBars(Collection<Long> subscriptionIds) {
    List<Long> ids =
        Sql.query(
            database,
            "select id from charging.charging_account where subscription_id = any (?)"
                + " order by id for update",
            row -> row.getLong(1),
            ArrayOf.bigints(subscriptionIds));
    if (ids.isEmpty()) {
      return;
    }
    Set<Long> barred = subscriptions.barred(subscriptionIds);
    for (long id : ids) {
      ChargingAccount account = em.find(ChargingAccount.class, id);
      if (barred.contains(account.getSubscriptionId())) {
        account.bar();
      } else {
        account.unbar(today());
      }
    }
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
