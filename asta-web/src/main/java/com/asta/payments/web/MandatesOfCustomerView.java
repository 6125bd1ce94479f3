package com.asta.payments.web;

import com.asta.common.web.WebUser;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.service.MandateRow;
import com.asta.payments.service.MandateService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A customer's mandates, on the customer's page and in self-care. */
@Named
@ViewScoped
public class MandatesOfCustomerView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MandateService mandates;
  @Inject private CustomerService customers;
  @Inject private WebUser user;

  private long loaded;
  private transient List<MandateRow> rows;
  private transient List<AccountCard> accounts;
  private transient List<MandateRow> own;

  /** The mandates of a customer, loaded once for the view. */
  public List<MandateRow> rows(long customerId) {
    if (rows == null || loaded != customerId) {
      loaded = customerId;
      boolean maySee = user.any("agent cashier billing admin");
      rows = maySee ? mandates.ofCustomer(customerId) : List.of();
      accounts = maySee ? customers.accountsOf(customerId) : List.of();
    }
    return rows;
  }

  /** Accounts for which a mandate can be entered. */
  public List<AccountCard> accounts(long customerId) {
    rows(customerId);
    return accounts;
  }

  /** The mandates of the customer who is signed in. */
  public List<MandateRow> getOwn() {
    if (own == null) {
      own = mandates.mine();
    }
    return own;
  }
}
