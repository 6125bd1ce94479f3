package com.asta.billing.web;

import com.asta.billing.service.BillingAccountCard;
import com.asta.billing.service.BillingService;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.common.web.PagedModel;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Invoices and cycles of one customer, for the 360° page. */
@Named
@ViewScoped
public class BillsOfCustomerView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient InvoiceService invoices;
  @Inject private transient BillingService billing;
  @Inject private transient CustomerService customers;

  private transient PagedModel<InvoiceRow> rows;
  private transient List<BillingAccountCard> accounts;
  private transient Map<Long, AccountCard> cards;

  /** The invoices of the customer the page shows. */
  public PagedModel<InvoiceRow> rows(long customerId) {
    if (rows == null) {
      InvoiceQuery query = InvoiceQuery.ofCustomer(customerId);
      rows =
          new PagedModel<>((offset, limit) -> invoices.list(query, offset, limit), InvoiceRow::id);
    }
    return rows;
  }

  /** How the customer's accounts are billed. */
  public List<BillingAccountCard> accounts(long customerId) {
    if (accounts == null) {
      accounts = billing.accountsOf(customerId);
    }
    return accounts;
  }

  /** The number people quote. */
  public String number(BillingAccountCard account) {
    if (cards == null) {
      cards = customers.accounts(accounts.stream().map(BillingAccountCard::accountId).toList());
    }
    return cards.get(account.accountId()).number();
  }
}
