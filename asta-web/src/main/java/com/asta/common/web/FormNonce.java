package com.asta.common.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;

/**
 * Writes the nonce of the page's content security policy into each of its forms. PrimeFaces adds
 * this field by a script at the end of the page, and refuses a form without it: without this class
 * a button that is pressed before the script ran leads to an error page.
 */
public class FormNonce extends ViewHandlerWrapper {
  private static final String FIELD = "primefaces.nonce";

  public FormNonce(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void writeState(FacesContext faces) throws IOException {
    super.writeState(faces);
    ResponseWriter page = faces.getResponseWriter();
    page.startElement("input", null);
    page.writeAttribute("type", "hidden", null);
    page.writeAttribute("name", FIELD, null);
    page.writeAttribute("value", PrimeFacesContext.getCspState(faces).getNonce(), null);
    page.endElement("input");
  }
}
