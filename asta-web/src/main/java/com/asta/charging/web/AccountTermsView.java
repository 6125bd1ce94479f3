package com.asta.charging.web;

import com.asta.charging.rules.PaymentMode;
import com.asta.charging.service.AccountTermsService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;

/** How an account pays, and up to which credit. */
@Named
@ViewScoped
public class AccountTermsView extends AccountForm {
  private static final long serialVersionUID = 1L;

  @Inject private AccountTermsService terms;

  private PaymentMode mode;
  private BigDecimal creditLimit;
  private BigDecimal warnBelow;

  @Override
  public void load() {
    super.load();
    mode = getCard().mode();
    creditLimit = getCard().creditLimit().amount();
    warnBelow = getCard().warnBelow() == null ? null : getCard().warnBelow().amount();
  }

  public String change() {
    terms.change(getId(), mode, mode == PaymentMode.PREPAID ? BigDecimal.ZERO : creditLimit);
    terms.warnBelow(getId(), warnBelow);
    Messages.done("charging", "terms.changed");
    return account();
  }

  public PaymentMode[] getModes() {
    return PaymentMode.values();
  }

  public PaymentMode getMode() {
    return mode;
  }

  public void setMode(PaymentMode mode) {
    this.mode = mode;
  }

  public BigDecimal getCreditLimit() {
    return creditLimit;
  }

  public void setCreditLimit(BigDecimal creditLimit) {
    this.creditLimit = creditLimit;
  }

  /** Null for the operator's levels. */
  public BigDecimal getWarnBelow() {
    return warnBelow;
  }

  public void setWarnBelow(BigDecimal warnBelow) {
    this.warnBelow = warnBelow;
  }
}
