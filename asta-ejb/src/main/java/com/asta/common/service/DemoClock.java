package com.asta.common.service;

import com.asta.common.OperatorZone;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Lets a demo live through months in minutes: business time moves ahead, never back, so that a sale
 * made now can be billed, paid or dunned now. Outside a demo business time is the machine's.
 */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class DemoClock {
  private static final int FARTHEST_DAYS = 400;

  @Inject private DemoClockSetting setting;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** The business day it is. */
  @PermitAll
  public LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  /** True where {@link #moveTo} is allowed. */
  @PermitAll
  public boolean isMovable() {
    return DemoClockSetting.isDemo();
  }

  /** True while business time is ahead of the machine's. */
  @PermitAll
  public boolean isAhead() {
    return isMovable() && setting.ahead().toHours() > 0;
  }

  /**
   * Makes it eight in the morning of a later business day.
   *
   * @throws CommonRefused NOT_A_DEMO; CLOCK_ONLY_AHEAD unless the day is within the next 400
   */
  public void moveTo(LocalDate day) {
    if (!isMovable()) {
      throw new CommonRefused(CommonRefused.Reason.NOT_A_DEMO);
    }
    LocalDate today = today();
    if (!day.isAfter(today) || day.isAfter(today.plusDays(FARTHEST_DAYS))) {
      throw new CommonRefused(CommonRefused.Reason.CLOCK_ONLY_AHEAD, today, FARTHEST_DAYS);
    }
    Instant morning = day.atTime(8, 0).atZone(OperatorZone.ID).toInstant();
    setting.moveTo(Duration.between(Instant.now(), morning));
    audit.record("DemoClock", 1, "changed", "day", today.toString(), day.toString());
  }
}
