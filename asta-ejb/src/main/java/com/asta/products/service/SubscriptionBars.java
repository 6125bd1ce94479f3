package com.asta.products.service;

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

  /** What both facts say of a subscription. */
  private interface Fact<T> {
    T of(long subscriptionId, long accountId, long customerId, String serviceId, String reason);
  }

  /** Bars what is active; answers what is barred now and was not before. */
  List<SubscriptionBarred> bar(Collection<Long> accountIds, String reason) {
    return accountIds.isEmpty()
        ? List.of()
        : told(
            SubscriptionBarred::new,
            reason,
            accountIds,
            SubscriptionStatus.ACTIVE.name(),
            null,
            null,
            SubscriptionStatus.BARRED.name(),
            reason);
  }

  /** Frees what was barred for this reason; answers what is usable now and was not before. */
  List<SubscriptionUnbarred> unbar(Collection<Long> accountIds, String reason) {
    return accountIds.isEmpty()
        ? List.of()
        : told(
            SubscriptionUnbarred::new,
            reason,
            accountIds,
            SubscriptionStatus.BARRED.name(),
            reason,
            reason,
            SubscriptionStatus.ACTIVE.name(),
            null);
  }

  private <T> List<T> told(Fact<T> fact, String reason, Object... arguments) {
    return projections.list(
        CHANGE,
        row ->
            fact.of(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("service_id"),
                reason),
        arguments);
  }
}
