package com.asta.charging.batch;

import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Starts what charging does every night; either job may run on several nodes without harm. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ChargingNight {
  @Inject private AccountLifecycleJob lifecycle;
  @Inject private LedgerCheckJob check;

  /** Shortly after midnight, so that a day's statuses are those of the day. */
  @Schedule(hour = "0", minute = "5", timezone = "Europe/Warsaw", persistent = false)
  void advanceAccounts() {
    lifecycle.start();
  }

  @Schedule(hour = "2", minute = "30", timezone = "Europe/Warsaw", persistent = false)
  void checkLedger() {
    check.start();
  }
}
