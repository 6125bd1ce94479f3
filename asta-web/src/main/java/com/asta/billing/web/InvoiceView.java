package com.asta.billing.web;

import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The head of an invoice as it was issued; its lines are those of the bill with the same id. */
@Named
@ViewScoped
public class InvoiceView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient InvoiceService service;

  private long id;
  private transient InvoiceDocument invoice;

  public InvoiceDocument getInvoice() {
    if (invoice == null) {
      invoice = service.document(id);
    }
    return invoice;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
