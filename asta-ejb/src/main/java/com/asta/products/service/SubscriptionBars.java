package com.asta.products.service;

import com.asta.common.service.Database.RowReader;
import com.asta.products.event.SubscriptionBarred;
import com.asta.products.event.SubscriptionUnbarred;
import com.asta.products.rules.SubscriptionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Bars the subscriptions of many accounts by one statement, locked in the order of their ids. */
@ApplicationScoped
class SubscriptionBars {
  private static final String CHANGE =
      "with locked as (select id from products.subscription where account_id = any (?)"
          + " and status = ? and (?::text is null or bar_reason = ?) order by id for update),"
          + " changed as (update products.subscription s set status = ?, bar_reason = ?,"
          + " optlock = optlock + 1 from locked where s.id = locked.id"
          + " returning s.id, s.account_id, s.customer_id, s.service_id)"
          + " select id, account_id, customer_id, service_id from changed order by account_id, id";

  @Inject private Projections projections;

  /** Bars what is active; answers what is barred now and was not before. */
  List<SubscriptionBarred> bar(Collection<Long> accountIds, String reason) {
    return change(
        accountIds,
        SubscriptionStatus.ACTIVE,
        null,
        SubscriptionStatus.BARRED,
        reason,
        row ->
            new SubscriptionBarred(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("service_id"),
                reason));
  }

  /** Frees what was barred for this reason; answers what is usable now and was not before. */
  List<SubscriptionUnbarred> unbar(Collection<Long> accountIds, String reason) {
    return change(
        accountIds,
        SubscriptionStatus.BARRED,
        reason,
        SubscriptionStatus.ACTIVE,
        null,
        row ->
            new SubscriptionUnbarred(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("service_id"),
                reason));
  }

  private <T> List<T> change(
      Collection<Long> accountIds,
      SubscriptionStatus from,
      String barredFor,
      SubscriptionStatus to,
      String reason,
      RowReader<T> reader) {
    return accountIds.isEmpty()
        ? List.of()
        : projections.list(
            CHANGE, reader, accountIds, from.name(), barredFor, barredFor, to.name(), reason);
  }
}
