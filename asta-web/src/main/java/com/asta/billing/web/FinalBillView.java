package com.asta.billing.web;

import com.asta.billing.service.FinalBillCard;
import com.asta.billing.service.FinalBillService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The final bill of an account, on its page. */
@Named
@ViewScoped
public class FinalBillView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FinalBillService service;

  private transient FinalBillCard card;
  private long asked;

  /** Null while services go on. */
  public FinalBillCard of(long accountId) {
    if (asked != accountId) {
      asked = accountId;
      card = service.ofAccount(accountId).orElse(null);
    }
    return card;
  }

  /** Makes it now, without waiting for late usage. */
  public String make(long accountId) {
    FinalBillCard made = service.make(accountId);
    Messages.done("billing", made.isWaiting() ? "finalBill.waits" : "finalBill.done");
    return "/billing/billing-account.xhtml?faces-redirect=true&id=" + accountId;
  }
}
