package com.asta.common.service;

import jakarta.ejb.EJBContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Who is calling: the signed-in person, or the system itself. */
@Dependent
public class CurrentUser {
  private static final String NOBODY = "anonymous";

  @Inject private Logins logins;

  /** The login name; {@code system} where no person is signed in. */
  public String name() {
    String name = context().getCallerPrincipal().getName();
    return NOBODY.equals(name) ? Roles.SYSTEM : name;
  }

  public boolean isInRole(String role) {
    return context().isCallerInRole(role);
  }

  /** The customer a self-care login belongs to; empty for staff and for the system. */
  public OptionalLong customerId() {
    return logins.customerOf(name());
  }

  /**
   * As {@link #customerId()}, for methods that only a customer may call.
   *
   * @throws CommonRefused NO_CUSTOMER if the caller is not a customer
   */
  public long requiredCustomerId() {
    return customerId().orElseThrow(() -> new CommonRefused(CommonRefused.Reason.NO_CUSTOMER));
  }

  private static EJBContext context() {
    try {
      return InitialContext.doLookup("java:comp/EJBContext");
    } catch (NamingException e) {
      throw new IllegalStateException("No EJB is being called", e);
    }
  }
}
