package com.asta.system;

import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for any service that people without the role must not reach. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class GuardedService {

  private static final Set<String> REACHED_FROM = ConcurrentHashMap.newKeySet();

  @Resource private SessionContext session;

  /** Remembers who came, if the role let them. */
  public boolean reach(String from) {
    REACHED_FROM.add(from);
    return session.isCallerInRole(Roles.SYSTEM);
  }

  static boolean wasReachedFrom(String place) {
    return REACHED_FROM.contains(place);
  }
}
