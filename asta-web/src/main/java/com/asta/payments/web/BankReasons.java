package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.rules.BankReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** The codes of banks in words. */
@Named
@ApplicationScoped
public class BankReasons {
  /** The words of a code, and the code; of an unknown one the code alone. */
  public String text(String code) {
    if (code == null || code.isEmpty()) {
      return "";
    }
    String key = BankReason.of(code).isPresent() ? "bank." + code : "bank.other";
    return Messages.text(FacesContext.getCurrentInstance(), "payments", key) + " (" + code + ")";
  }
}
