package com.asta.charging.service;

import com.asta.charging.event.ChargingAccountStatusChanged;
import com.asta.charging.rules.Balance;
import com.asta.charging.service.AccountBooks.Locked;
import com.asta.common.OperatorZone;
import com.asta.common.service.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Publishes what people's changes of an account led to, as the lanes do for theirs. */
@ApplicationScoped
public class BalanceNews {
  @Inject private BalanceThresholds thresholds;
  @Inject private Outbox outbox;

  /** Tells of levels that a balance crossed; a shared account has none. */
  void balance(Connection connection, Locked before, BigDecimal after, Instant now) {
    balances(connection, Map.of(before, after), now);
  }

  /** The same of many accounts: what they were, and what their balances are now. */
  void balances(Connection connection, Map<Locked, BigDecimal> changed, Instant now) {
    Map<Long, Locked> before = new HashMap<>();
    changed.keySet().stream()
        .filter(account -> account.serviceId() != null)
        .forEach(account -> before.put(account.id(), account));
    if (before.isEmpty()) {
      return;
    }
    List<String> numbers = before.values().stream().map(Locked::serviceId).toList();
    for (LaneAccount account : ChargingBooks.read(connection, numbers)) {
      Locked old = before.get(account.id());
      if (old != null) {
        Balance was = new Balance(old.balance(), old.reserved());
        Balance is = new Balance(changed.get(old), old.reserved());
        outbox.publishAll(thresholds.current().crossed(account, was, is, now));
      }
    }
  }

  /** Tells that an account came into another stage of its life. */
  void status(Locked before, String after, Instant now) {
    if (!after.equals(before.status())) {
      outbox.publish(
          new ChargingAccountStatusChanged(
              before.accountId(),
              before.id(),
              before.subscriptionId(),
              before.serviceId(),
              before.status(),
              after,
              OperatorZone.dayOf(now)));
    }
  }
}
