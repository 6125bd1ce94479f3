package com.asta.marketing.web;

import com.asta.marketing.service.UnsubscribeService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Leaving: the link shows the address, the button confirms. */
@Named
@ViewScoped
public class UnsubscribeView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient UnsubscribeService service;

  private String token;
  private String address;
  private boolean done;

  /** View action: whom the link is about; changes nothing. */
  public void load() {
    address = service.address(token);
  }

  public void confirm() {
    address = service.confirm(token);
    done = true;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getAddress() {
    return address;
  }

  public boolean isDone() {
    return done;
  }
}
