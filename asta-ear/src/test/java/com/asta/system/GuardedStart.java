package com.asta.system;

import com.asta.common.service.Roles;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** The start of the server has no caller. */
@Singleton
@Startup
@PermitAll
@RunAs(Roles.SYSTEM)
public class GuardedStart {

  @Inject private GuardedService service;

  @PostConstruct
  void start() {
    service.reach("start");
  }
}
