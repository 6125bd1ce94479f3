package com.asta.payments.batch;

import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Starts dunning once a day at the time that the policy page says, if it says one. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
public class NightlyDunning {
  @Inject private DunningJob job;

  /** Looks at the clock; most looks find nothing to start. */
  @Schedule(hour = "*", minute = "*/5", persistent = false)
  public void run() {
    job.startScheduled();
  }
}
