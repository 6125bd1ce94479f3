package com.asta.billing.service;

import com.asta.charging.service.UsageCutOff;
import com.asta.common.OperatorZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Usage that the next bill would not look back to is not taken: it would be rated and never billed.
 * Earlier by days than bills look back, since those count from the start of their period.
 */
@ApplicationScoped
class LateUsage implements UsageCutOff {
  @Inject private Policies policies;
  @Inject private Clock clock;

  @Override
  public LocalDate earliest() {
    return OperatorZone.dayOf(clock.instant())
        .minusDays(policies.policy().lateUsageDays())
        .withDayOfMonth(1);
  }
}
