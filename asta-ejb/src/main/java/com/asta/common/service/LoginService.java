package com.asta.common.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens logins for staff and customers and changes their passwords and language. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
public class LoginService {
  /** How passwords are hashed; the identity store reads the same parameters. */
  public static final Map<String, String> HASH =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32");

  private static final int SHORTEST_PASSWORD = 8;

  @Inject private Logins logins;
  @Inject private Pbkdf2PasswordHash hash;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;

  /**
   * Opens a login for a member of staff.
   *
   * @throws CommonRefused LOGIN_TAKEN, WEAK_PASSWORD (fewer than 8 characters)
   */
  public void openForStaff(String name, String displayName, String password, Set<String> roles) {
    add(new Login(lower(name), displayName, null, "pl", false), password, roles);
  }

  /**
   * Opens a self-care login for a customer.
   *
   * @throws CommonRefused LOGIN_TAKEN, WEAK_PASSWORD (fewer than 8 characters)
   */
  @RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public void openForCustomer(
      String name, String displayName, String password, long customerId, String language) {
    add(
        new Login(lower(name), displayName, customerId, language, false),
        password,
        Set.of(Roles.CUSTOMER));
    audit.record("Customer", customerId, "self-care opened", "login", null, lower(name));
  }

  /** The self-care login of a customer, if one was opened. */
  @RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public Optional<Login> ofCustomer(long customerId) {
    return logins.ofCustomer(customerId);
  }

  /** The caller's own login. */
  @RolesAllowed({
    Roles.AGENT,
    Roles.PRODUCT_MANAGER,
    Roles.MARKETER,
    Roles.BILLING,
    Roles.CASHIER,
    Roles.WAREHOUSE,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.CUSTOMER
  })
  public Login own() {
    return logins.find(user.name()).orElseThrow();
  }

  /** Changes the caller's own language ({@code pl} or {@code en}). */
  @RolesAllowed({
    Roles.AGENT,
    Roles.PRODUCT_MANAGER,
    Roles.MARKETER,
    Roles.BILLING,
    Roles.CASHIER,
    Roles.WAREHOUSE,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.CUSTOMER
  })
  public void changeOwnLanguage(String language) {
    if (!Set.of("pl", "en").contains(language)) {
      throw new IllegalArgumentException("Language must be pl or en: " + language);
    }
    logins.changeLanguage(user.name(), language);
  }

  private void add(Login login, String password, Collection<String> roles) {
    if (password == null || password.length() < SHORTEST_PASSWORD) {
      throw new CommonRefused(CommonRefused.Reason.WEAK_PASSWORD, SHORTEST_PASSWORD);
    }
    hash.initialize(HASH);
    if (!logins.add(login, hash.generate(password.toCharArray()), roles)) {
      throw new CommonRefused(CommonRefused.Reason.LOGIN_TAKEN, login.name());
    }
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
