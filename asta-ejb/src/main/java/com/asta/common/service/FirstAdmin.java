package com.asta.common.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Opens the login {@code admin} of a new installation with the password in the environment variable
 * ASTA_ADMIN_PASSWORD, unless that login exists.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@RunAs(Roles.SYSTEM)
public class FirstAdmin {
  private static final Logger LOG = Logger.getLogger(FirstAdmin.class.getName());
  private static final String NAME = "admin";

  @Inject private LoginService logins;
  @Inject private Logins existing;

  @PostConstruct
  void open() {
    String password = System.getenv("ASTA_ADMIN_PASSWORD");
    if (password != null && !password.isBlank() && existing.find(NAME).isEmpty()) {
      logins.openForStaff(NAME, "Administrator", password, Set.of(Roles.ADMIN, Roles.OPERATOR));
      LOG.info("The login admin was opened");
    }
  }
}
