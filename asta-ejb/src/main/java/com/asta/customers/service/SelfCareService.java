package com.asta.customers.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ConsentSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What a signed-in customer sees and changes of its own data; no method takes an id. */
@Stateless
@RolesAllowed(Roles.CUSTOMER)
public class SelfCareService {
  @EJB private CustomerService customers;
  @Inject private Consents consents;
  @Inject private CurrentUser user;

  /** The caller's own card. */
  public CustomerCard own() {
    return customers.card(user.requiredCustomerId());
  }

  /** The caller's own accounts. */
  public List<AccountCard> ownAccounts() {
    return customers.accountsOf(user.requiredCustomerId());
  }

  /** What the caller agreed to, one card per purpose. */
  public List<ConsentCard> ownConsents() {
    return consents.of(user.requiredCustomerId());
  }

  /** Grants or withdraws one of the caller's consents. */
  public void decideOwnConsent(ConsentPurpose purpose, boolean granted) {
    consents.decide(user.requiredCustomerId(), purpose, granted, ConsentSource.SELF_CARE);
  }
}
