package com.asta.common.service;

import jakarta.ejb.EJBContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalLong;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Who is calling: the signed-in person, or the system itself. */
@Dependent
public class CurrentUser {
  private static final String NOBODY = "anonymous";

  @Inject private Logins logins;
  @Inject private Instance<SecurityContext> outsideEjbs;

  /** The login name; {@code system} where no person is signed in. */
  public String name() {
    Principal caller =
        ejb()
            .map(EJBContext::getCallerPrincipal)
            .orElseGet(() -> outsideEjbs.get().getCallerPrincipal());
    return caller == null || NOBODY.equals(caller.getName()) ? Roles.SYSTEM : caller.getName();
  }

  public boolean isInRole(String role) {
    return ejb()
        .map(context -> context.isCallerInRole(role))
        .orElseGet(() -> outsideEjbs.get().isCallerInRole(role));
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

  /** The EJB that is being called; empty in a page, a servlet or a resource. */
  private static Optional<EJBContext> ejb() {
    try {
      return Optional.of(InitialContext.doLookup("java:comp/EJBContext"));
    } catch (NamingException e) {
      return Optional.empty();
    }
  }
}
