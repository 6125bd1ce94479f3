package com.asta.products.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** Names from the catalogue in the language of the page. */
@Named
@RequestScoped
public class OfferNames {
  /** The Polish name on a Polish page, the English one elsewhere. */
  public String of(String english, String polish) {
    String language = FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
    return "pl".equals(language) ? polish : english;
  }
}
