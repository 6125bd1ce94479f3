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
import java.util.List;

/** Publishes what people's changes of an account led to, as the lanes do for theirs. */
@ApplicationScoped
public class BalanceNews {
  @Inject private BalanceThresholds thresholds;
  @Inject private Outbox outbox;

  /** Tells of levels that a balance crossed; a shared account has none. */
  void balance(Connection connection, Locked before, BigDecimal after, Instant now) {
    if (before.serviceId() == null) {
      return;
    }
    Balance old = new Balance(before.balance(), before.reserved());
    Balance changed = new Balance(after, before.reserved());
    for (LaneAccount account : ChargingBooks.read(connection, List.of(before.serviceId()))) {
      outbox.publishAll(thresholds.current().crossed(account, old, changed, now));
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
