package com.asta.customers.web;

import com.asta.common.web.Messages;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.LikelyDuplicate;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Registers a customer; who looks like one already known is shown before anything is saved. */
@Named
@ViewScoped
public class CustomerRegistrationView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CustomerService customers;

  private final String requestKey = UUID.randomUUID().toString();
  private final CustomerForm form = new CustomerForm();
  private List<LikelyDuplicate> duplicates = List.of();
  private int shownDuplicates;

  /** Looks for likely duplicates of what was typed so far. */
  public void compare() {
    duplicates = customers.likelyDuplicates(form.values());
  }

  /** Registers, unless there are likely duplicates that were not on the screen yet. */
  public String register() {
    compare();
    if (duplicates.size() > shownDuplicates) {
      shownDuplicates = duplicates.size();
      return null;
    }
    long id = customers.register(requestKey, form.values());
    Messages.done("customers", "registration.done", customers.card(id).displayName());
    return "/customers/customer.xhtml?faces-redirect=true&id=" + id;
  }

  /** True once the person has seen all likely duplicates and may insist. */
  public boolean isWarned() {
    return !duplicates.isEmpty() && shownDuplicates >= duplicates.size();
  }

  public List<LikelyDuplicate> getDuplicates() {
    return duplicates;
  }

  public CustomerKind[] getKinds() {
    return CustomerKind.values();
  }

  public CustomerForm getForm() {
    return form;
  }
}
