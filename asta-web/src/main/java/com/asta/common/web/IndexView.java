package com.asta.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sends whoever signed in to the page that is theirs. */
@Named
@RequestScoped
public class IndexView {
  @Inject private WebUser user;

  /** View action of the index page. */
  public String forward() {
    return user.isCustomer()
        ? "/self-care/home.xhtml?faces-redirect=true"
        : "/home.xhtml?faces-redirect=true";
  }
}
