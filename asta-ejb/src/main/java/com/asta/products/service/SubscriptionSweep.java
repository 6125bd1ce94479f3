package com.asta.products.service;

import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Every hour ends the subscriptions whose last day is over. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
public class SubscriptionSweep {
  @Inject private SubscriptionService subscriptions;

  @Schedule(hour = "*", minute = "5", persistent = false)
  void sweep() {
    subscriptions.endResigned();
  }
}
