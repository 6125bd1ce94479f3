package com.asta.common.web;

import com.asta.common.service.Login;
import com.asta.common.service.LoginService;
import com.asta.common.service.Roles;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/**
 * The signed-in person as pages see it: {@code #{user.displayName}}, {@code #{user.is('agent')}}.
 */
@Named("user")
@SessionScoped
public class WebUser implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<String> STAFF =
      List.of(
          Roles.AGENT,
          Roles.PRODUCT_MANAGER,
          Roles.MARKETER,
          Roles.BILLING,
          Roles.CASHIER,
          Roles.WAREHOUSE,
          Roles.OPERATOR,
          Roles.ADMIN);

  @Inject private transient LoginService logins;

  private String displayName;

  public String getName() {
    var principal = external().getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  public boolean isSignedIn() {
    return getName() != null;
  }

  public String getDisplayName() {
    if (displayName == null && isSignedIn()) {
      Login login = logins.own();
      displayName = login.displayName();
    }
    return displayName;
  }

  /** True if the person has the role, or is an administrator. */
  public boolean is(String role) {
    return external().isUserInRole(role);
  }

  /** True if the person has any of the roles, given separated by blanks. */
  public boolean any(String roles) {
    for (String role : roles.split(" ")) {
      if (is(role)) {
        return true;
      }
    }
    return false;
  }

  public boolean isStaff() {
    return STAFF.stream().anyMatch(this::is);
  }

  public boolean isCustomer() {
    return is(Roles.CUSTOMER);
  }

  /** Ends the session; the navigation outcome is the sign-in page. */
  public String signOut() {
    external().invalidateSession();
    return "/login.xhtml?faces-redirect=true";
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
