package com.asta.customers.web;

import com.asta.common.web.PagedModel;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The list of customers; what it is narrowed to lives in the address. */
@Named
@ViewScoped
public class CustomerListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CustomerService customers;

  private String text;
  private CustomerKind kind;
  private String city;
  private transient PagedModel<CustomerRow> rows;

  /** The rows, fetched page by page. */
  public PagedModel<CustomerRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) ->
                  customers.list(new CustomerQuery(text, kind, null, city), offset, limit),
              CustomerRow::id);
    }
    return rows;
  }

  /** Goes to the narrowed list by GET, so that it can be bookmarked and returned to. */
  public String narrow() {
    return "/customers/customer-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public boolean isNarrowed() {
    return text != null || kind != null || city != null;
  }

  public CustomerKind[] getKinds() {
    return CustomerKind.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public CustomerKind getKind() {
    return kind;
  }

  public void setKind(CustomerKind kind) {
    this.kind = kind;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }
}
