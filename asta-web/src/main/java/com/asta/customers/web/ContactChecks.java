package com.asta.customers.web;

import com.asta.common.Msisdn;
import com.asta.common.Nip;
import com.asta.common.web.Messages;
import com.asta.customers.rules.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Named;

/** Says at the input itself what the service would refuse. */
@Named
@ApplicationScoped
public class ContactChecks {

  /** Validator: a NIP with its checksum. */
  public void nip(FacesContext faces, UIComponent input, Object value) {
    check(faces, value, Nip.parse(text(value)).isPresent(), "refusal.WRONG_NIP");
  }

  /** Validator: an e-mail address that mail can be sent to. */
  public void email(FacesContext faces, UIComponent input, Object value) {
    check(faces, value, EmailAddress.parse(text(value)).isPresent(), "refusal.WRONG_EMAIL");
  }

  /** Validator: a telephone number that can exist. */
  public void phone(FacesContext faces, UIComponent input, Object value) {
    check(faces, value, Msisdn.parse(text(value), "PL").isPresent(), "refusal.WRONG_PHONE");
  }

  private static void check(FacesContext faces, Object value, boolean right, String key) {
    if (!text(value).isBlank() && !right) {
      throw new ValidatorException(
          new FacesMessage(
              FacesMessage.SEVERITY_ERROR, Messages.text(faces, "customers", key, value), null));
    }
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
