package com.asta.customers.web;

import com.asta.common.web.Messages;
import com.asta.customers.service.ContactService;
import com.asta.customers.service.CustomerDetails;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Edits a customer's own data. */
@Named
@ViewScoped
public class CustomerEditView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CustomerService customers;
  @Inject private ContactService contacts;

  private Long id;
  private int version;
  private String name;
  private CustomerForm form;

  /** View action: fills the form once. */
  public void load() {
    if (form == null) {
      CustomerDetails details = contacts.details(id);
      name = customers.card(id).displayName();
      version = details.version();
      form = CustomerForm.of(details.values());
    }
  }

  /** Saves and returns to the customer. */
  public String save() {
    contacts.change(new CustomerDetails(id, version, form.values()));
    Messages.done("customers", "edit.done");
    return "/customers/customer.xhtml?faces-redirect=true&id=" + id;
  }

  public CustomerForm getForm() {
    return form;
  }

  public String getName() {
    return name;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
