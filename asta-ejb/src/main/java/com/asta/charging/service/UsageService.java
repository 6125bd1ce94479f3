package com.asta.charging.service;

import com.asta.charging.rules.Allowance;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.UsageStore.CounterKey;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import com.asta.products.service.Subscriber;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Rated usage, event by event, with the explanation of each price (TMF635). */
@Stateless
@RolesAllowed({
  Roles.SYSTEM,
  Roles.AGENT,
  Roles.BILLING,
  Roles.PRODUCT_MANAGER,
  Roles.OPERATOR,
  Roles.ADMIN
})
public class UsageService {
  private static final String COLUMNS =
      "select account_id, subscription_id, event_time, source, event_key, service_id, service,"
          + " destination, units, charge_code, rated, currency, tariff_version_id, explanation"
          + " from charging.usage_record";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private SubscriptionService subscriptions;
  @Inject private TariffSnapshots tariffs;

  /**
   * Events of one account, the newest first.
   *
   * @param subscriptionId one subscription; null for all
   * @param chargeCode one charge code; null for all
   * @param from first day
   * @param to first day after the last
   */
  public List<UsageRecord> records(
      long accountId,
      Long subscriptionId,
      String chargeCode,
      LocalDate from,
      LocalDate to,
      int offset,
      int limit) {
    return Sql.query(
        database,
        COLUMNS
            + " where account_id = ? and event_time >= ? and event_time < ?"
            + " and (?::bigint is null or subscription_id = ?)"
            + " and (?::text is null or charge_code = ?)"
            + " order by event_time desc, event_key offset ? limit ?",
        UsageService::record,
        accountId,
        OperatorZone.startOf(from),
        OperatorZone.startOf(to),
        subscriptionId,
        subscriptionId,
        chargeCode,
        chargeCode,
        offset,
        limit);
  }

  /**
   * Events of several accounts in [from, to), the newest first.
   *
   * @param service one kind of service; null for all
   */
  public List<UsageRecord> records(
      Collection<Long> accountIds,
      ServiceKind service,
      LocalDate from,
      LocalDate to,
      int offset,
      int limit) {
    return Sql.query(
        database,
        COLUMNS
            + " where account_id = any (?) and event_time >= ? and event_time < ?"
            + " and (?::text is null or service = ?)"
            + " order by event_time desc, event_key offset ? limit ?",
        UsageService::record,
        Sql.ArrayOf.bigints(accountIds),
        OperatorZone.startOf(from),
        OperatorZone.startOf(to),
        name(service),
        name(service),
        offset,
        limit);
  }

  private static String name(ServiceKind service) {
    return service == null ? null : service.name();
  }

  /** What was used of the grants that can be drawn on a day, rolled-over ones included. */
  public List<AllowanceUse> allowances(Collection<Long> accountIds, LocalDate day) {
    List<String> numbers =
        subscriptions.ofAccounts(accountIds).stream()
            .filter(card -> card.serviceId() != null && !card.prepaid())
            .map(SubscriptionCard::serviceId)
            .toList();
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<CounterKey, Long> used = counters(accountIds, day);
    TariffSnapshot snapshot = tariffs.current();
    List<AllowanceUse> uses = new ArrayList<>();
    for (Subscriber holder : subscriptions.byServiceIds(numbers, day).values()) {
      if (holder.tariffCode() != null) {
        snapshot
            .on(holder.tariffCode(), day)
            .ifPresent(tariff -> uses.addAll(allowances(holder, tariff, day, used)));
      }
    }
    return uses;
  }

  private Map<CounterKey, Long> counters(Collection<Long> accountIds, LocalDate day) {
    Map<CounterKey, Long> used = new HashMap<>();
    Sql.query(
            database,
            "select account_id, subscription_id, period_start, counter, units"
                + " from charging.usage_counter where account_id = any (?) and period_start <= ?",
            row ->
                Map.entry(
                    new CounterKey(
                        row.getLong(1), row.getLong(2), Sql.date(row, 3), row.getString(4)),
                    row.getLong(5)),
            Sql.ArrayOf.bigints(accountIds),
            day)
        .forEach(entry -> used.put(entry.getKey(), entry.getValue()));
    return used;
  }

  private static List<AllowanceUse> allowances(
      Subscriber holder, CompiledTariff tariff, LocalDate day, Map<CounterKey, Long> used) {
    List<AllowanceUse> uses = new ArrayList<>();
    for (Allowance allowance : tariff.content().allowances()) {
      List<CounterId> grants = allowance.grants(day, holder.from());
      if (!grants.isEmpty()) {
        uses.add(
            new AllowanceUse(
                holder.subscriptionId(),
                holder.serviceId(),
                allowance.code(),
                allowance.nameEn(),
                allowance.namePl(),
                allowance.service(),
                grants.stream()
                    .map(id -> CounterKey.of(holder.accountId(), holder.subscriptionId(), id))
                    .mapToLong(key -> used.getOrDefault(key, 0L))
                    .sum(),
                allowance.units() * grants.size()));
      }
    }
    return uses;
  }

  private static UsageRecord record(ResultSet row) throws SQLException {
    return new UsageRecord(
        row.getLong(1),
        row.getLong(2),
        Sql.instant(row, 3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        ServiceKind.valueOf(row.getString(7)),
        row.getString(8),
        row.getLong(9),
        row.getString(10),
        Money.of(row.getBigDecimal(11), row.getString(12)),
        row.getLong(13),
        row.getString(14));
  }
}
