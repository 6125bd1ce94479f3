package com.asta.customers.web;

import com.asta.common.web.Messages;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.ConsentCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.SelfCareService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The signed-in customer's own card, accounts and consents. */
@Named
@ViewScoped
public class SelfCareProfileView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SelfCareService care;

  private transient CustomerCard card;
  private transient List<AccountCard> accounts;
  private transient List<ConsentCard> consents;

  public CustomerCard getCard() {
    if (card == null) {
      card = care.own();
    }
    return card;
  }

  /** The given name of a person, the whole name of an organisation. */
  public String getGreeting() {
    return getCard().givenName() == null ? getCard().displayName() : getCard().givenName();
  }

  public List<AccountCard> getAccounts() {
    if (accounts == null) {
      accounts = care.ownAccounts();
    }
    return accounts;
  }

  public List<ConsentCard> getConsents() {
    if (consents == null) {
      consents = care.ownConsents();
    }
    return consents;
  }

  /** Grants or withdraws one of the customer's own consents. */
  public void decide(ConsentPurpose purpose, boolean granted) {
    care.decideOwnConsent(purpose, granted);
    consents = null;
    Messages.done("customers", granted ? "consent.granted" : "consent.withdrawn");
  }
}
