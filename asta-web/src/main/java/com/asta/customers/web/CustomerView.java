package com.asta.customers.web;

import com.asta.common.service.Login;
import com.asta.common.service.LoginService;
import com.asta.common.web.Messages;
import com.asta.common.web.WebUser;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.ConsentCard;
import com.asta.customers.service.ContactService;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** The 360° page: who the customer is and what was agreed; the tabs bring their own beans. */
@Named
@ViewScoped
public class CustomerView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> TABS =
      List.of("services", "usage", "bills", "payments", "messages", "history");

  @Inject private CustomerService customers;
  @Inject private ContactService contacts;
  @Inject private LoginService logins;
  @Inject private WebUser user;

  private Long id;
  private String tab;
  private transient CustomerCard card;
  private transient List<AccountCard> accounts;
  private transient List<ConsentCard> consents;
  private transient Login login;
  private String initialPassword;

  /** View action: an unknown customer is answered by the page that says so. */
  public void load() throws IOException {
    card = id == null ? null : customers.cards(Set.of(id)).get(id);
    if (card == null) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
      faces.responseComplete();
    }
  }

  /** Grants or withdraws a consent. */
  public void decide(ConsentPurpose purpose, boolean granted) {
    contacts.decideConsent(id, purpose, granted);
    consents = null;
  }

  /** Opens a self-care login under the customer's e-mail address and shows its first password. */
  public void openSelfCare() {
    initialPassword = contacts.openSelfCare(id);
    login = null;
    Messages.done("customers", "care.opened");
  }

  public CustomerCard getCard() {
    if (card == null) {
      card = customers.card(id);
    }
    return card;
  }

  public List<AccountCard> getAccounts() {
    if (accounts == null) {
      accounts = customers.accountsOf(id);
    }
    return accounts;
  }

  public List<ConsentCard> getConsents() {
    if (consents == null) {
      consents = contacts.consentsOf(id);
    }
    return consents;
  }

  /** The self-care login, for those who may open one. */
  public Login getLogin() {
    if (login == null && user.any("agent admin")) {
      login = logins.ofCustomer(id).orElse(null);
    }
    return login;
  }

  public String getInitialPassword() {
    return initialPassword;
  }

  /** The tab that is open at first, by its name in the address. */
  public int getActiveTab() {
    return tab == null ? 0 : Math.max(0, TABS.indexOf(tab));
  }

  public void setActiveTab(int index) {
    tab = TABS.get(index);
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getTab() {
    return tab;
  }

  public void setTab(String tab) {
    this.tab = tab;
  }
}
