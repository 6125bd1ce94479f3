package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.service.CollectionRow;
import com.asta.payments.service.DirectDebitService;
import com.asta.payments.service.MandateRow;
import com.asta.payments.service.MandateService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One mandate: what was agreed, what was collected by it, and its life. */
@Named
@ViewScoped
public class MandateView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MandateService mandates;
  @Inject private DirectDebitService debits;
  @Inject private CustomerService customers;

  private long id;
  private transient MandateRow row;
  private transient CustomerCard customer;
  private transient PagedModel<CollectionRow> collections;

  /** Loads the mandate anew. */
  public void load() {
    row = mandates.mandate(id);
    customer = customers.card(row.customerId());
  }

  /** Lets debts be collected by it. */
  public String activate() {
    mandates.activate(id);
    return shown();
  }

  /** Collects nothing by it for now. */
  public String suspend() {
    mandates.suspend(id);
    return shown();
  }

  /** Ends it for good. */
  public String cancel() {
    mandates.cancel(id);
    return shown();
  }

  /** Switches collecting on or off. */
  public String toggle() {
    mandates.collect(id, !mandates.mandate(id).collecting());
    return shown();
  }

  /** Lets the next collection be the last, or not. */
  public String toggleEnding() {
    mandates.endWithNext(id, !mandates.mandate(id).ending());
    return shown();
  }

  private String shown() {
    Messages.done("payments", "mandate.saved");
    return "/payments/mandate.xhtml?faces-redirect=true&id=" + id;
  }

  public PagedModel<CollectionRow> getCollections() {
    if (collections == null) {
      collections =
          new PagedModel<>(
              (offset, limit) -> debits.ofMandate(id, offset, limit), CollectionRow::id);
    }
    return collections;
  }

  public MandateRow getRow() {
    if (row == null) {
      load();
    }
    return row;
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
