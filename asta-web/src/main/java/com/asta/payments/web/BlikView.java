package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.NewAttempt;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentAttemptService;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Takes a BLIK code from a customer on the telephone, for all that the account owes. */
@Named
@ViewScoped
public class BlikView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PaymentAttemptService attempts;
  @Inject private FinancialAccountService accounts;
  @Inject private CustomerService customers;

  private String requestKey = UUID.randomUUID().toString();
  private long customer;
  private String code;
  private transient CustomerCard card;
  private transient List<OpenItemRow> items;

  /** Begins the payment and goes to where its state is seen. */
  public String pay() {
    if (getItems().isEmpty()) {
      Messages.error(null, "payments", "refusal.NOTHING_CHOSEN");
      return null;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    AttemptRow row =
        attempts.payFor(
            customer,
            new NewAttempt(
                requestKey,
                getItems().get(0).accountId(),
                getItems().stream().map(OpenItemRow::id).toList(),
                PayChannel.BLIK,
                code == null ? "" : code.replaceAll("\\s", ""),
                false,
                getCard().language(),
                ((HttpServletRequest) faces.getExternalContext().getRequest()).getRemoteAddr()));
    return "/payments/attempt.xhtml?faces-redirect=true&id=" + row.id();
  }

  /** What the customer's first account owes. */
  public List<OpenItemRow> getItems() {
    if (items == null) {
      List<OpenItemRow> all = accounts.openItemsOf(customer, false);
      items = all.stream().filter(each -> each.accountId() == all.get(0).accountId()).toList();
    }
    return items;
  }

  /** The sum of it, null if nothing is owed. */
  public Money getTotal() {
    return getItems().isEmpty()
        ? null
        : Money.sum(
            getItems().stream().map(OpenItemRow::open).toList(),
            getItems().get(0).open().currency());
  }

  public CustomerCard getCard() {
    if (card == null) {
      card = customers.card(customer);
    }
    return card;
  }

  public long getCustomer() {
    return customer;
  }

  public void setCustomer(long customer) {
    this.customer = customer;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
