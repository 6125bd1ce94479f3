package com.asta.payments.batch;

import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Proves the book every night. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
public class NightlyLedgerCheck {
  @Inject private LedgerCheckJob job;

  /** At night, when little is posted. */
  @Schedule(hour = "3", minute = "20", persistent = false)
  public void run() {
    job.start();
  }
}
